using Dashboard.Benchmarks.Storage;
using Dashboard.Core.Audit;
using Dashboard.Core.Countries;
using Dashboard.Data.Assessments;

namespace Dashboard.Benchmarks.Hosting;

/// <summary>A cycle in which every country of the world is assessed, and two groups to ask about: all of them, and fifty.</summary>
internal static class WideCycle
{
    public const string Code = "2027";
    public const string Fifty = "FIFTY";

    public static async Task AddAsync(IServiceProvider services)
    {
        var world = new World(44, Code);
        var fifty = new CountryGroup(Fifty, new("Fifty"), [.. World.Everybody.Memberships.Where(m => m.Country != World.Subject).Take(50), new Membership(World.Subject, MembershipRole.Member)]);
        await services.GetRequiredService<AssessmentStore>().AddAsync(Database.Operator, [.. world.Sheets.Select(s => new NewSheet(s.Assessment, s.Scores, []))], (context, trail) =>
        {
            context.Cycles.Add(world.Cycle);
            context.Groups.AddRange(World.Everybody, fifty);
            trail.Record(new AuditFact("cycle-added", world.Cycle.Code, null, world.Cycle));
            return Task.CompletedTask;
        });
    }
}
