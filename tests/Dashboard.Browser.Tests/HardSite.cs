using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;

namespace Dashboard.Browser.Tests;

/// <summary>
/// The hard cases of the reading pages: 2027 without any assessment; 2028 with Japan and Estonia exactly alike and of France one answer;
/// 2029 with every country of the world; 2030 with what Japan and Estonia release to nobody else. The group ONE has one member, ALL has
/// everybody, and LONG has names as long as people give them.
/// </summary>
public sealed class HardSite(Chromium chromium) : Site(chromium)
{
    /// <summary>The cases: a name, who looks, at whom, with which question.</summary>
    public static readonly (string Name, string Persona, string Subject, string Question)[] Cases =
    [
        ("nothing", "executive-jpn", "JPN", "against=ONE&cycle=2027"),
        ("zero", "executive-jpn", "JPN", "against=ONE&cycle=2028"),
        ("insufficient", "executive-jpn", "FRA", "against=ONE&cycle=2028"),
        ("all", "executive-jpn", "JPN", "against=ALL&cycle=2029"),
        ("unreleased", "executive-che", "JPN", "against=ONE&cycle=2030"),
        ("long", "executive-jpn", "JPN", "against=LONG&cycle=2029"),
    ];

    /// <summary>The pages that each of them is looked at on.</summary>
    public static readonly string[] Places = ["overview", "gaps", "compare", "position", "requirements", "trend", "present", "areas"];

    /// <summary>The address of a case on a page.</summary>
    public static string AddressOf(string place, string subject, string question) => $"/{place}/{subject}{(place == "areas" ? "/LAN" : "")}?{question}";

    private static readonly Framework Framework = FrameworkJson.BuiltIn;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        string[] countries = [.. Country.All.Keys];
        List<NewSheet> sheets = [Sheet("2028", "JPN", _ => 3), Sheet("2028", "EST", _ => 3), Sheet("2028", "FRA", i => i == 0 ? 2 : null),
            Sheet("2030", "JPN", _ => 3, "JPN"), Sheet("2030", "EST", _ => 4, "EST")];
        // Levels and blanks that differ from country to country, and are the same in every run.
        sheets.AddRange(countries.Select((country, c) => Sheet("2029", country, i => (i * 5 + c) % 11 == 0 ? null : (i * 7 + c * 13 + i * c % 5) % 6)));
        await Get<AssessmentStore>().AddAsync(Viewer.Operator("JPN", ClassificationLadder.Default), sheets, (context, trail) =>
        {
            foreach (var year in (int[])[2027, 2028, 2029, 2030])
            {
                var cycle = new Cycle($"{year}", new DateOnly(year, 6, 30), Framework.Code, Framework.Version);
                context.Cycles.Add(cycle);
                trail.Record(new AuditFact("cycle-added", cycle.Code, null, cycle));
            }

            context.Groups.Add(new CountryGroup("ONE", new("One member"), [new Membership("EST", MembershipRole.Member)]));
            context.Groups.Add(new CountryGroup("ALL", new("Everybody"), [.. countries.Select(country => new Membership(country, MembershipRole.Member))]));
            var names = new Names("Standing Coordination Group of the Allied Cyber Defence Forces", "欧州同盟国サイバー防衛部隊作戦調整常設合同委員会連絡会議",
                "Groupe permanent de coordination interarmées des forces alliées de cyberdéfense");
            context.Groups.Add(new CountryGroup("LONG", names, [.. countries.Take(30).Select(country => new Membership(country, MembershipRole.Member))]));
            return Task.CompletedTask;
        });
    }

    private static NewSheet Sheet(string cycle, string country, Func<int, int?> level, string to = "ALL") => new(
        new Assessment { Country = country, Cycle = cycle, Assessor = country, Basis = Basis.SelfAssessed, Status = AssessmentStatus.Approved, Marking = new Marking("restricted", [to]) },
        [.. Framework.Indicators.Select((indicator, i) => (indicator.Code, Level: level(i))).Where(answer => answer.Level is not null).Select(answer => new Score
        {
            AssessmentId = 0, Indicator = answer.Code, Answer = Answer.Of(answer.Level!.Value, Confidence.High, "As reported by the agency."),
            Version = 1, ChangedBy = "planner", ChangedAt = new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc),
        })],
        []);
}
