using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;

namespace Dashboard.Browser.Tests;

/// <summary>
/// The hard cases of the reading pages: 2027 without any assessment; 2028 with Japan and Estonia exactly alike and of France one answer;
/// 2029 with every country of the world. The group ONE has one member, ALL has everybody.
/// </summary>
public sealed class HardSite(Chromium chromium) : Site(chromium)
{
    private static readonly Framework Framework = FrameworkJson.BuiltIn;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        string[] countries = [.. Country.All.Keys];
        List<NewSheet> sheets = [Sheet("2028", "JPN", _ => 3), Sheet("2028", "EST", _ => 3), Sheet("2028", "FRA", i => i == 0 ? 2 : null)];
        // Levels and blanks that differ from country to country, and are the same in every run.
        sheets.AddRange(countries.Select((country, c) => Sheet("2029", country, i => (i * 5 + c) % 11 == 0 ? null : (i * 7 + c * 13 + i * c % 5) % 6)));
        await Get<AssessmentStore>().AddAsync(Viewer.Operator("JPN", ClassificationLadder.Default), sheets, (context, trail) =>
        {
            foreach (var year in (int[])[2027, 2028, 2029])
            {
                var cycle = new Cycle($"{year}", new DateOnly(year, 6, 30), Framework.Code, Framework.Version);
                context.Cycles.Add(cycle);
                trail.Record(new AuditFact("cycle-added", cycle.Code, null, cycle));
            }

            context.Groups.Add(new CountryGroup("ONE", new("One member"), [new Membership("EST", MembershipRole.Member)]));
            context.Groups.Add(new CountryGroup("ALL", new("Everybody"), [.. countries.Select(country => new Membership(country, MembershipRole.Member))]));
            return Task.CompletedTask;
        });
    }

    private static NewSheet Sheet(string cycle, string country, Func<int, int?> level) => new(
        new Assessment { Country = country, Cycle = cycle, Assessor = country, Basis = Basis.SelfAssessed, Status = AssessmentStatus.Approved, Marking = new Marking("restricted", ["ALL"]) },
        [.. Framework.Indicators.Select((indicator, i) => (indicator.Code, Level: level(i))).Where(answer => answer.Level is not null).Select(answer => new Score
        {
            AssessmentId = 0, Indicator = answer.Code, Answer = Answer.Of(answer.Level!.Value, Confidence.High, "As reported by the agency."),
            Version = 1, ChangedBy = "planner", ChangedAt = new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc),
        })],
        []);
}
