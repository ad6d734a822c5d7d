using System.Globalization;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Exports.Briefings;

namespace Dashboard.Exports.Scoring;

/// <summary>A scoring workbook and the language it is written in.</summary>
internal sealed class ScoringPaper(ScoringBook book, CultureInfo culture) : Paper(culture)
{
    public ScoringBook Book => book;

    public override string Marking => Classification + (book.IsDemonstration ? $" · {Say("Demonstration")}" : "");

    public override string Classification => book.Marking.ToLine();

    public override string Title => Say("ScoringBook.Title", Country.NameOf(book.Sheet.Assessment.Country, Culture), book.Cycle.Code);

    public override DateOnly Day => book.Cycle.AsOf;

    public override IEnumerable<string> Keywords => [book.Sheet.Assessment.Country, book.Cycle.Code, Texts.Of(book.Sheet.Assessment.Basis, Culture)];
}
