using CsCheck;

namespace Dashboard.Core.Tests.Readiness;

/// <summary>Checks a law on many generated cases, the same ones in every run.</summary>
internal static class Law
{
    public static void Holds<T>(Gen<T> cases, Action<T> law, int count = 300)
    {
        // A seed given to Sample fixes its first case only; so each case is a sample of its own.
        for (var number = 1; number <= count; number++)
            cases.Sample(law, seed: new PCG((uint)number, 2019).ToString(), iter: 1, threads: 1, print: x => $"{x}");
    }
}
