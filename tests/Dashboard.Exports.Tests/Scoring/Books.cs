using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Imports;
using Dashboard.Core.Release;
using Dashboard.Exports.Incoming;
using Dashboard.Exports.Scoring;

namespace Dashboard.Exports.Tests.Scoring;

/// <summary>Japan's assessment with an answer of every kind, taken along and brought back.</summary>
internal static class Books
{
    public const string Odd = "=1+1 <&> \"é\" 日本\r\n\ttab _x0041_  end ";

    public static Framework Framework => Sample.Framework;

    public static Viewer Planner { get; } = new("Aoki", "JPN", "secret", Roles.Planner, [Scope.Everything]);

    public static Viewer OfInformation { get; } = Planner with { Scopes = [new Scope("JPN", ["INF"])] };

    public static Assessment Assessment { get; } = new()
    {
        Id = 7, Country = "JPN", Cycle = "2026", Assessor = "JPN", Basis = Basis.SelfAssessed, Marking = new Marking("restricted"),
    };

    public static OpenedSheet Sheet { get; } = new(Assessment,
    [
        Score("INF-1", Answer.Of(3, Confidence.High, Odd), 4), Score("INF-2", Answer.NotApplicable("007"), 2), Score("INF-3", Answer.CarriedOver(Answer.Of(2, Confidence.Low, "1/2")), 1),
        Score("LAN-1", Answer.Of(0, Confidence.Unstated, "1,5"), 9), Score("LAN-2", Answer.NotAssessed with { Rationale = "asked again" }, 1),
    ], ["LAN-3"]);

    public static Score Score(string indicator, Answer answer, int version) => new()
    {
        AssessmentId = 7, Indicator = indicator, Answer = answer, Version = version, ChangedBy = "Sato", ChangedAt = DateTime.UnixEpoch,
    };

    public static ScoringBook Book(Viewer? viewer = null, OpenedSheet? sheet = null)
    {
        ImmutableArray<string> own = [.. Framework.Areas.Select(area => area.Code).Where(area => (viewer ?? Planner).MayScore(Assessment, area))];
        return new ScoringBook(sheet ?? Sheet, Framework, Sample.Cycle, Assessment.Marking, viewer is null ? [.. Framework.Areas.Select(area => area.Code)] : own, own, IsDemonstration: true);
    }

    public static byte[] Write(string language = "en", Viewer? viewer = null) => ScoringWorkbook.Write(Book(viewer), CultureInfo.GetCultureInfo(language));

    public static ReturnedSheet Return(byte[] bytes) =>
        ReturnedWorkbook.Read(new FileReader(TimeProvider.System).ReadAsync("returned.xlsx", bytes).GetAwaiter().GetResult(), Framework);

    public static ReturnPlan Plan(params byte[][] files) => ReturnPlan.Of(Planner, Framework, isFrozen: false, Sheet, [.. files.Select(Return)]);
}
