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
    /// <summary>Identity's manager; it saves nothing itself.</summary>
    public UserManager<Person> In(DashboardContext context) => new(
        new UserOnlyStore<Person, DashboardContext, Guid>(context) { AutoSaveChanges = false },
        options, hasher, [], [], names, new IdentityErrorDescriber(), services, NullLogger<UserManager<Person>>.Instance);

    /// <summary>The person of a name, to be changed; null if there is none.</summary>
    public Task<Person?> FindAsync(DashboardContext context, string name) => In(context).FindByNameAsync(name);

    /// <summary>The person of a name, to be changed.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public async Task<Person> RequireAsync(DashboardContext context, string name) =>
        await FindAsync(context, name) ?? throw InputException.Of("NoAccount", InputException.Shorten(name));

    /// <summary>Who vouches for a person instead of a password; null for nobody.</summary>
    public static Task<string?> IssuerOfAsync(DashboardContext context, Person person, CancellationToken cancel = default) => context.UserLogins.AsNoTracking()
        .Where(login => login.UserId == person.Id).Select(login => login.LoginProvider).SingleOrDefaultAsync(cancel);

    /// <summary>Adds a person whose name and rights were checked.</summary>
    /// <exception cref="InputException">Somebody has the name already.</exception>
    public async Task AddAsync(DashboardContext context, Person person)
    {
        if (await FindAsync(context, person.Name) is { } other)
            throw InputException.Of("NameTaken", other.Name);
        Require(await In(context).CreateAsync(person));
    }

    /// <summary>Gives a password whose strength was checked; who knew the old one only cannot use it, nor a session that began with it.</summary>
    public async Task SetPasswordAsync(DashboardContext context, Person person, string hash, DateTime now)
    {
        person.PasswordHash = hash;
        person.Unlock();
        Require(await In(context).UpdateSecurityStampAsync(person));
        await EndSessionsAsync(context, person, now);
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
