using System.Collections.Immutable;
using CsCheck;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Core.Tests.Readiness;

namespace Dashboard.Core.Tests.Release;

/// <summary>What holds for a reader of another nation, whatever is stored: assessments in every status, revision and marking.</summary>
public class ReleaseLaws
{
    private static readonly Framework Framework = World.FrameworkOf("A 1 2", "B 1 1");
    private static readonly CountryGroup Group = new("TRIO", new("Trio"), [.. new[] { "EST", "FIN", "JPN", "USA" }.Select(c => new Membership(c, MembershipRole.Member))]);
    private static readonly ReleaseTerms Terms = new(ClassificationLadder.Default, [Group], Sheets.Today);
    private static readonly Cycle Cycle = new("2026", new DateOnly(2026, 6, 30), Framework.Code, Framework.Version);

    private static readonly Gen<Viewer> Reader = Gen.Select(Gen.OneOf("USA", "GBR"), Gen.OneOf("unclassified", "restricted", "secret")).Select((nation, clearance) => Viewer.Reader(nation, clearance));
    private static readonly Gen<string> Releases = Gen.OneOf("", "", "USA", "TRIO", "GBR,USA");
    private static readonly Gen<Marking> Mark = Gen.Select(Gen.OneOf("unclassified", "restricted", "secret"), Releases).Select((level, to) => new Marking(level, to.Split(',')));
    private static readonly Gen<Marking?> Own = Gen.OneOf<Marking?>(null, null, Marking.OfPart("secret"), Marking.OfPart("restricted"), new Marking("unclassified"), new Marking("restricted", ["USA"]));
    private static readonly Gen<Score?[]> Answers = Gen.Select(Gen.Int[-2, 5], Own).Array[4].Select(cells => cells.Select((cell, place) => ScoreOf(place, cell.Item1, cell.Item2)).ToArray());

    private static readonly Gen<AssessmentSheet[]> Stored =
        Gen.Select(Gen.Select(Gen.OneOf("EST", "FIN", "JPN"), Gen.OneOf("EST", "FIN", "JPN")), Gen.Int[1, 3], Gen.OneOf(Enum.GetValues<AssessmentStatus>().Append(AssessmentStatus.Approved).Append(AssessmentStatus.Approved).ToArray()), Mark, Answers)
            .Select(x => SheetOf(x.Item1.Item1, x.Item1.Item2, x.Item2, x.Item3, x.Item4, x.Item5)).Array[0, 9].Select(sheets => sheets.DistinctBy(Key).ToArray());

    [Fact]
    public void ForeignReader_SeesTheHighestReleasedRevision_AndOfItOnlyWhatTheMarksAllow() => Law.Holds(Gen.Select(Stored, Reader), x =>
    {
        var (stored, reader) = x;
        foreach (var seen in Sheets.Listed(reader, Terms, Framework, stored))
        {
            var sheet = stored.Single(s => Key(s) == (seen.Country, seen.Source!.Assessor, seen.Source.Revision));
            Assert.Equal(AssessmentStatus.Approved, sheet.Assessment.Status);
            Assert.True(ReachedBy(reader, sheet));
            Assert.DoesNotContain(stored, s => Family(s) == Family(sheet) && s.Assessment.Revision > sheet.Assessment.Revision && ReachedBy(reader, s));
            Assert.True(Terms.Ladder.Reaches(reader.Clearance, sheet.Assessment.Marking.Classification));
            foreach (var (cell, place) in seen.Cells.Select((cell, place) => (cell, place)).Where(c => c.cell.IsScored))
            {
                var score = sheet.Scores.Single(s => s.Indicator == Framework.Indicators[place].Code);
                Assert.Equal(score.Answer.Level, cell.Level);
                Assert.Null(Terms.Withholds(reader, score, sheet.Assessment));
            }
        }
    });

    [Fact]
    public void WhatIsNotReleased_ChangesNothing() => Law.Holds(Gen.Select(Stored, Reader, Answers, Mark), x =>
    {
        var (stored, reader, answers, mark) = x;
        // Everything that is hidden is exchanged: answers, classifications; drafts and unreleased corrections go.
        var changed = stored
            .Where(s => Approved(s) && (ReachedBy(reader, s) || !stored.Any(o => Family(o) == Family(s) && ReachedBy(reader, o))))
            .Select(s => !ReachedBy(reader, s)
                ? SheetOf(s.Assessment.Country, s.Assessment.Assessor, s.Assessment.Revision, AssessmentStatus.Approved, mark.ReleasedTo(""), answers)
                : Terms.Withholds(reader, s.Assessment.Marking, s.Assessment.Assessor) is not null ? s with { Scores = Some(answers) }
                : s with { Scores = [.. s.Scores.Select(score => Terms.Withholds(reader, score, s.Assessment) is null ? score : score with { Answer = Answer.Of(5, Confidence.High) })] })
            .ToArray();
        Assert.Equal(Text(reader, stored), Text(reader, changed));
    });

    [Fact]
    public void Releasing_AddsExactlyThat() => Law.Holds(Gen.Select(Stored, Reader, Releases, Gen.Int[0, 8]), x =>
    {
        var (stored, reader, to, place) = x;
        var families = stored.GroupBy(Family).Select(f => ReleaseStanding.Of(f.Select(s => s.Assessment))).OfType<ReleaseStanding>().ToList();
        if (families.Count == 0)
            return;
        var standing = families[place % families.Count];
        var decided = standing.Decide(to).ToList();
        var after = stored.Select(s => decided.Find(a => Key(a) == Key(s)) is { } a ? s with { Assessment = a } : s).ToArray();
        var (seen, seenAfter) = (Listed(reader, stored), Listed(reader, after));
        var family = (standing.Latest.Country, standing.Latest.Assessor);
        Assert.Equal(seen.Where(s => s.Key != family).Select(s => s.Text), seenAfter.Where(s => s.Key != family).Select(s => s.Text));

        var change = standing.Change(Terms, to);
        var latest = after.Single(s => Key(s) == Key(standing.Latest));
        var sees = Terms.Withholds(reader, latest.Assessment.Marking, latest.Assessment.Assessor) is null;
        Assert.Equal(sees ? [standing.Latest.Revision] : [], seenAfter.Where(s => s.Key == family).Select(s => s.Revision));
        Assert.False(sees && !change.Gain.Union(change.Move).Union(change.Keep).Contains(reader.Nation));
        if (change.Keep.Contains(reader.Nation) || !(change.Gain.Contains(reader.Nation) || change.Lose.Contains(reader.Nation) || change.Move.Contains(reader.Nation)))
            Assert.Equal(Text(reader, stored, marked: false), Text(reader, after, marked: false));
    });

    // Offices of one nation read together: the sheet that they open and the preview that they are shown.
    [Fact]
    public void WhatAPlannerReads_DependsOnNoArea() => Law.Holds(Gen.Select(Stored, Gen.OneOf("EST:A", "EST:A,B FIN:B", "FIN", "* JPN:A"), Gen.OneOf("unclassified", "restricted", "secret"), Gen.Bool), x =>
    {
        var (stored, scopes, clearance, releases) = x;
        var planner = new Viewer("Aoki", "EST", clearance, releases ? Roles.Planner | Roles.ReleasingOfficer : Roles.Planner, [.. scopes.Split(' ').Select(Scope.Parse)]);
        Assert.Equal(Read(planner), Read(planner.AsReader()));

        string Read(Viewer viewer) => Case.Text(stored.Select(s => ReleaseRule.Open(viewer, Terms, s)).ToList())
            + Case.Text(ReleaseRule.Apply(viewer, Terms, Cycle, Framework, stored, new Reading("FIN", Preview: true, new SourceChoice(Basis.Estimated, "EST"))).Countries.ToList());
    });

    private static bool Approved(AssessmentSheet s) => s.Assessment.Status == AssessmentStatus.Approved;

    private static bool ReachedBy(Viewer reader, AssessmentSheet s) => Approved(s) && Terms.Audience(s.Assessment.Marking, s.Assessment.Assessor).Contains(reader.Nation);

    private static (string, string) Family(AssessmentSheet s) => (s.Assessment.Country, s.Assessment.Assessor);

    private static (string, string, int) Key(AssessmentSheet s) => Key(s.Assessment);

    private static (string, string, int) Key(Assessment a) => (a.Country, a.Assessor, a.Revision);

    private static List<((string, string) Key, int Revision, string Text)> Listed(Viewer reader, AssessmentSheet[] stored) =>
        [.. Sheets.Listed(reader, Terms, Framework, stored).Select(s => ((s.Country, s.Source!.Assessor), s.Source.Revision, Case.Text(s)))];

    // The table, the list, and a report with its n, members, positions, and its marking: that one also names who else sees what is in it.
    private static string Text(Viewer reader, AssessmentSheet[] stored, bool marked = true)
    {
        var table = ReleaseRule.Apply(reader, Terms, Cycle, Framework, stored);
        var report = GapAnalysis.Run(new GapQuestion("JPN", Group), table, table, draws: 40);
        return Case.Text(table.Countries.ToList()) + Case.Text(Listed(reader, stored)) + Case.Text(marked ? report : report with { Marking = World.Open });
    }

    private static ImmutableArray<Score> Some(Score?[] answers) => [.. answers.OfType<Score>()];

    private static Score? ScoreOf(int place, int level, Marking? own) => level == -2 ? null : new Score
    {
        AssessmentId = 0,
        Indicator = Framework.Indicators[place].Code,
        Answer = level == -1 ? Answer.NotApplicable("none") : Answer.Of(level, Confidence.Moderate),
        Version = 1,
        ChangedBy = "planner",
        ChangedAt = new DateTime(2026, 5, 1),
        Marking = own,
    };

    private static AssessmentSheet SheetOf(string country, string assessor, int revision, AssessmentStatus status, Marking marking, Score?[] answers) => new(
        new Assessment
        {
            Country = country,
            Cycle = Cycle.Code,
            Assessor = assessor,
            Basis = Bases.DefaultFor(assessor, country),
            Revision = revision,
            Status = status,
            Marking = marking,
        },
        Some(answers));
}
