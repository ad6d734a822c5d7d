using System.Diagnostics;
using System.Globalization;
using ClosedXML.Excel;
using Dashboard.Benchmarks.Storage;
using Dashboard.Core.Countries;
using Dashboard.Core.Imports;
using Dashboard.Data.Assessments;
using Dashboard.Exports.Incoming;

namespace Dashboard.Benchmarks.Importing;

/// <summary>A table of 250 countries and 44 indicators from its file into the database: read (beside ClosedXML), understood, planned and saved (beside as many bare rows).</summary>
internal static class TableImport
{
    private static readonly World World = new(44);

    public static async Task MeasureAsync()
    {
        var workbook = Workbook();
        var reader = new FileReader(TimeProvider.System);
        await OfAsync("ClosedXML opens the workbook", () => Task.FromResult(Opened(workbook)));
        await OfAsync("read", () => reader.ReadAsync("table.xlsx", workbook));
        var map = TableMap.Of((await reader.ReadAsync("table.xlsx", workbook)).Sheets[0], World.Framework);
        var plan = TablePlan.Of(map, World.Framework, new Dictionary<string, string>());
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plan.Countries.Length} countries, {plan.Levels.Length} values, {plan.Missing} not assessed, {plan.Unclear.Length} unclear"));
        await OfAsync("understood", () => Task.FromResult(TablePlan.Of(map, World.Framework, new Dictionary<string, string>())));
        using var database = await Database.WithAsync("import", World, []);
        var store = database.Get<ImportStore>();
        await OfAsync("planned", () => store.PlanAsync(Database.Operator, new ImportTarget(World.Cycle.Code), plan.Levels));
        await OfAsync("as many bare rows", () => Task.FromResult(BareRows(database, plan.Levels.Length)), times: 3);
        await OfAsync("saved", () => store.SaveAsync(Database.Operator, new ImportTarget(World.Cycle.Code), plan.Levels, new TakenFile("table.xlsx", "")), times: 1, warm: false);
    }

    private static byte[] Workbook()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Levels");
        sheet.Cell(1, 1).SetValue("Country");
        for (var i = 0; i < World.Framework.Indicators.Length; i++)
            sheet.Cell(1, i + 2).SetValue(World.Framework.Indicators[i].Code);
        var row = 1;
        foreach (var country in Country.All.Values)
        {
            sheet.Cell(++row, 1).SetValue(country.Names.English);
            for (var i = 0; i < World.Framework.Indicators.Length; i++)
                sheet.Cell(row, i + 2).SetValue((row + i) % 6);
        }

        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return stream.ToArray();
    }

    private static object Opened(byte[] workbook)
    {
        using var book = new XLWorkbook(new MemoryStream(workbook));
        return book.Worksheet(1).CellsUsed().Sum(cell => cell.GetString().Length);
    }

    private static object BareRows(Database database, int rows)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE IF NOT EXISTS Floor (Id INTEGER PRIMARY KEY, Indicator TEXT NOT NULL, Level INTEGER NOT NULL)";
        command.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO Floor (Indicator, Level) VALUES ('LAN-1', 3)";
        for (var i = 0; i < rows; i++)
            command.ExecuteNonQuery();
        transaction.Commit();
        return rows;
    }

    private static async Task OfAsync<T>(string name, Func<Task<T>> work, int times = 5, bool warm = true)
    {
        var (seconds, allocated) = (new List<double>(), 0L);
        for (var i = warm ? 0 : 1; i <= times; i++)
        {
            GC.Collect();
            var (start, clock) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
            await work();
            if (i > 0)
                seconds.Add(clock.Elapsed.TotalSeconds);
            allocated = GC.GetTotalAllocatedBytes(precise: true) - start;
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-30} {seconds.Order().ElementAt(seconds.Count / 2) * 1000,8:0.0} ms  allocated {allocated / 1e6,7:0.0} MB"));
    }
}
