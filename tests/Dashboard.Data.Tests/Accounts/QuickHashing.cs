using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dashboard.Data.Tests.Accounts;

/// <summary>
/// Passwords are hashed so slowly that guessing does not pay, which is most of the time of a test that makes accounts and signs in. How
/// slowly is what SignInStoreTests proves; no other test is about it.
/// </summary>
public static class QuickHashing
{
    /// <summary>Has a product hash quickly. Before its first password: the hasher reads once how slow it is to be.</summary>
    public static void HashQuickly(this IServiceProvider services) => services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount = 1_000;
}
