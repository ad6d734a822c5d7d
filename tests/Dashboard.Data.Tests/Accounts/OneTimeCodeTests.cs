using Dashboard.Data.Accounts;

namespace Dashboard.Data.Tests.Accounts;

public sealed class OneTimeCodeTests
{
    // The key of RFC 6238's test values, "12345678901234567890".
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    // RFC 6238, appendix B, SHA-1: the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Code_IsThatOfTheStandard(long seconds, string code) =>
        Assert.Equal(code, OneTimeCode.Of(Key, OneTimeCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-31, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void Code_HoldsHalfAMinuteBeforeAndAfterItsOwn(int secondsAfterItBegins, bool holds)
    {
        var begins = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = OneTimeCode.StepAt(begins);
        Assert.Equal(holds ? step : null, OneTimeCode.StepOf(Key, OneTimeCode.Of(Key, step), begins.AddSeconds(secondsAfterItBegins), long.MinValue));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Code_UsedOrEarlierThanAUsedOne_IsNotTaken(int lastUsed, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = OneTimeCode.StepAt(now);
        Assert.Equal(taken, OneTimeCode.StepOf(Key, OneTimeCode.Of(Key, step), now, step + lastUsed) is not null);
    }

    [Theory]
    [InlineData(" 287 082 ", "287082")]
    [InlineData("２８７０８２", "287082")]
    [InlineData("abcd-2345", "ABCD2345")]
    [InlineData("\ud800", "")]
    public void Clean_TakesWhatPeopleType(string typed, string clean) => Assert.Equal(clean, OneTimeCode.Clean(typed));

    [Fact]
    public void Key_IsNewEachTime_AndTwentyBytesLong()
    {
        Assert.Equal(20, Base32.Decode(OneTimeCode.NewKey()).Length);
        Assert.NotEqual(OneTimeCode.NewKey(), OneTimeCode.NewKey());
    }

    [Fact]
    public void Address_NamesWhoAndWhoseAndTheKey() => Assert.Equal(
        "otpauth://totp/Allied%20Cyber%20Readiness:Hanako%20Aoki?secret=ABCD&issuer=Allied%20Cyber%20Readiness&digits=6&period=30",
        OneTimeCode.Address("ABCD", "Allied Cyber Readiness", "Hanako Aoki"));

    [Fact]
    public void Base32_IsReadAsItWasWritten()
    {
        byte[] bytes = [0x66, 0x6f, 0x6f, 0x62, 0x61, 0x72, 0xff, 0x00, 0x80, 0x7f];
        // "fooba" of RFC 4648.
        Assert.StartsWith("MZXW6YTB", Base32.Encode(bytes));
        Assert.Equal(bytes, Base32.Decode(Base32.Encode(bytes)));
    }
}
