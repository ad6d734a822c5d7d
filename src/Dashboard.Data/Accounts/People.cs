using Dashboard.Core;
using Dashboard.Data.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Dashboard.Data.Accounts;

/// <summary>
/// ASP.NET Core Identity over the context of one operation: what its manager changes is saved with the transaction of that operation,
/// and so together with its audit entries.
/// </summary>
public sealed class People(IServiceProvider services, IOptions<IdentityOptions> options, IPasswordHasher<Person> hasher, ILookupNormalizer names)
{
    /// <summary>Identity's manager; it saves nothing itself, and at most one of its changes of a person may go into an operation: the next forgets what it changed.</summary>
    public UserManager<Person> In(DashboardContext context) => new(
        StoreIn(context), options, hasher, [], [], names, new IdentityErrorDescriber(), services, NullLogger<UserManager<Person>>.Instance);

    /// <summary>Identity's store of what belongs to people; it saves nothing itself.</summary>
    public static UserOnlyStore<Person, DashboardContext, Guid> StoreIn(DashboardContext context) => new(context) { AutoSaveChanges = false };

    /// <summary>The person of a name, to be changed; null if there is none.</summary>
    public Task<Person?> FindAsync(DashboardContext context, string name) => In(context).FindByNameAsync(name);

    /// <summary>The person of a name, to be changed.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public async Task<Person> RequireAsync(DashboardContext context, string name) =>
        await FindAsync(context, name) ?? throw InputException.Of("NoAccount", InputException.Shorten(name));

    /// <summary>Who vouches for a person instead of a password; null for nobody.</summary>
    public static Task<string?> IssuerOfAsync(DashboardContext context, Person person, CancellationToken cancel = default) => context.UserLogins.AsNoTracking()
        .Where(login => login.UserId == person.Id).Select(login => login.LoginProvider).SingleOrDefaultAsync(cancel);

    /// <summary>The person who is signed in, to be changed by themselves.</summary>
    /// <exception cref="InputException">Their session has ended meanwhile.</exception>
    public static async Task<Person> RequireAsync(DashboardContext context, SignedIn who, CancellationToken cancel) =>
        await context.Users.SingleOrDefaultAsync(p => p.Id == who.PersonId && p.Closed == null && context.Sessions.Any(s => s.Id == who.SessionId && s.PersonId == p.Id && s.Ended == null), cancel)
        ?? throw InputException.Of("SignedOut");

    /// <summary>Whether a person proves themselves by more than a password.</summary>
    public static async Task<bool> HasFactorAsync(DashboardContext context, Person person, CancellationToken cancel) =>
        person.TwoFactorEnabled || await context.UserPasskeys.AnyAsync(k => k.UserId == person.Id, cancel);

    /// <summary>Adds a person whose name and rights were checked.</summary>
    /// <exception cref="InputException">Somebody has the name already.</exception>
    public async Task AddAsync(DashboardContext context, Person person)
    {
        if (await FindAsync(context, person.Name) is { } other)
            throw InputException.Of("NameTaken", other.Name);
        Require(await In(context).CreateAsync(person));
    }

    /// <summary>Ends all sessions of a person.</summary>
    public static Task EndSessionsAsync(DashboardContext context, Person person, DateTime now) => context.Sessions
        .Where(s => s.PersonId == person.Id && s.Ended == null)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.Ended, now));

    // The rules are Core's and were asked before: what Identity still refuses is a fault of the program.
    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException($"Identity refused: {result}");
    }
}
