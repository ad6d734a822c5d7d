using Dashboard.Core;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Configuration;

namespace Dashboard.Web.Tests;

/// <summary>What an operator sets, and what holds if nothing is set.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void NothingSet_IsTheCarefulChoice()
    {
        var settings = Read();
        Assert.False(settings.AllowPlainHttp);
        Assert.False(settings.Demo);
        Assert.Equal((20, 30, 600, 12), (settings.Limits.SignInsPerMinute, settings.Limits.ExportsPerMinute, settings.Limits.RequestsPerMinute, settings.Limits.CircuitsPerPerson));
        Assert.Equal((TimeSpan.FromHours(12), TimeSpan.FromMinutes(60)), (settings.Accounts.SessionLife, settings.Accounts.Idle));
    }

    [Theory]
    [InlineData("Limits:SignInsPerMinute", "0")]
    [InlineData("Limits:RequestsPerMinute", "-1")]
    [InlineData("Limits:ExportsPerMinute", "many")]
    [InlineData("Accounts:Idle", "00:00:00")]
    [InlineData("Accounts:PublicAddress", "readiness")]
    public void WhatCannotBe_IsNamed(string key, string value) =>
        Assert.Contains($"The configuration '{key.Split(':')[0]}' cannot be read", Assert.Throws<InputException>(() => Read((key, value))).Message);

    [Fact]
    public void SqlServer_IsEncryptedAndItsCertificateChecked_UnlessToldOtherwise()
    {
        var wire = new SqlConnectionStringBuilder(Read(("Database:ConnectionString", "Server=db.example;Database=readiness")).Database.ConnectionString);
        Assert.Equal(SqlConnectionEncryptOption.Mandatory, wire.Encrypt);
        Assert.False(wire.TrustServerCertificate);
    }

    private static Settings Read(params (string Key, string Value)[] set) =>
        Settings.From(new ConfigurationBuilder().AddInMemoryCollection(set.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build(), null, false);
}
