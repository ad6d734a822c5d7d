using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using DatabaseOptions = Dashboard.Data.Storage.DatabaseOptions;

namespace Dashboard.Data.Tests.Storage;

public sealed class MigrationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Model_AgainstItsMigrations_HasNotDrifted(bool sqlServer)
    {
        using var context = Context(sqlServer);
        Assert.False(context.Database.HasPendingModelChanges());
        Assert.NotEmpty(context.Database.GetMigrations());
    }

    [Fact]
    public void Migrations_OfBothProviders_AreTheSameSteps()
    {
        using var sqlite = Context(sqlServer: false);
        using var server = Context(sqlServer: true);
        Assert.Equal(
            sqlite.Database.GetMigrations().Select(m => m.Split('_', 2)[1]),
            server.Database.GetMigrations().Select(m => m.Split('_', 2)[1]));
    }

    [Fact]
    public void TransactSql_OfTheMigrations_ParsesAndBuildsAModel()
    {
        var script = Parse(Script());
        var statements = new TableStatements();
        script.Accept(statements);
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var statement in statements.Found)
            model.AddObjects(Text(script, statement));
        Assert.Empty(model.Validate());
        using var context = Context(sqlServer: true);
        var tables = context.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Append("__EFMigrationsHistory").Order(StringComparer.Ordinal);
        Assert.Equal(tables, model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).Select(t => t.Name.Parts[^1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TransactSql_OfBatchSizeOne_NeedsNoMerge()
    {
        var options = new DatabaseOptions { ConnectionString = "Server=none", MaxBatchSize = 1, CompatibilityLevel = 150 };
        using var context = new ContextFactory(options).CreateDbContext();
        Assert.DoesNotContain("MERGE", Script(), StringComparison.Ordinal);
        var extension = context.GetService<IDbContextOptions>().Extensions.OfType<RelationalOptionsExtension>().Single();
        Assert.Equal(1, extension.MaxBatchSize);
    }

    private static DashboardContext Context(bool sqlServer) => new ContextFactory(sqlServer
        ? new DatabaseOptions { ConnectionString = "Server=none" }
        : new DatabaseOptions { Folder = "none" }).CreateDbContext();

    private static string Script()
    {
        using var context = Context(sqlServer: true);
        return context.GetService<IMigrator>().GenerateScript();
    }

    private static TSqlFragment Parse(string sql)
    {
        var script = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        Assert.Empty(errors.Select(e => $"{e.Line}: {e.Message}"));
        return script;
    }

    private static string Text(TSqlFragment script, TSqlFragment part) => string.Concat(
        script.ScriptTokenStream.Skip(part.FirstTokenIndex).Take(part.LastTokenIndex - part.FirstTokenIndex + 1).Select(token => token.Text));

    private sealed class TableStatements : TSqlFragmentVisitor
    {
        public List<TSqlStatement> Found { get; } = [];

        public override void Visit(CreateTableStatement node) => Found.Add(node);

        public override void Visit(CreateIndexStatement node) => Found.Add(node);
    }
}
