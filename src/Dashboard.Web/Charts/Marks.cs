using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Charts;

/// <summary>
/// What a page has many of - the marks of a drawing, the cells of a table, what can be chosen - as one piece of markup, because each element and
/// each attribute of a component costs. It is made of what the program writes itself, of numbers, of other marks, and of texts, which are
/// escaped: any other value does not compile.
/// </summary>
internal sealed class Marks
{
    /// <summary>Documents are UTF-8: only what means something to HTML is escaped, not every letter beyond ASCII.</summary>
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private char[]? _room = ArrayPool<char>.Shared.Rent(1024);
    private int _length;
    private string? _done;

    /// <summary>All of it; nothing can be added any more.</summary>
    public MarkupString Markup => new(Text);

    private string Text => _done ?? End();

    /// <summary>Ends it: nothing can be added any more, so that many may use it at once.</summary>
    public Marks Done()
    {
        _ = Text;
        return this;
    }

    /// <summary>Adds markup; numbers stand in it in hundredths, with a point whatever the reader's language, values of attributes in quotation marks.</summary>
    public Marks Add([InterpolatedStringHandlerArgument("")] Handler made)
    {
        _ = made;
        return this;
    }

    private string End()
    {
        _done = new string(_room!, 0, _length);
        ArrayPool<char>.Shared.Return(_room!);
        _room = null;
        return _done;
    }

    // Room for at least so many more.
    private Span<char> Room(int count)
    {
        if (_room!.Length - _length < count)
        {
            var wider = ArrayPool<char>.Shared.Rent(Math.Max(2 * _room.Length, _length + count));
            _room.AsSpan(0, _length).CopyTo(wider);
            ArrayPool<char>.Shared.Return(_room);
            _room = wider;
        }

        return _room.AsSpan(_length);
    }

    private void AddAsIs(ReadOnlySpan<char> markup)
    {
        markup.CopyTo(Room(markup.Length));
        _length += markup.Length;
    }

    private void AddEscaped(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            // No letter becomes longer.
            _ = Encoder.Encode(text, Room(Encoder.MaxOutputCharactersPerInputCharacter), out var read, out var written);
            text = text[read..];
            _length += written;
        }
    }

    private void Add(double number)
    {
        var hundredths = (long)Math.Round(number * 100, MidpointRounding.AwayFromZero);
        var rest = Math.Abs(hundredths) % 100;
        Add(Math.Abs(hundredths) / 100, hundredths < 0 ? "-" : "");
        if (rest > 0)
            Add(rest % 10 == 0 ? rest / 10 : rest, rest < 10 ? ".0" : ".");
    }

    private void Add(long number, string before)
    {
        AddAsIs(before);
        number.TryFormat(Room(20), out var written, provider: CultureInfo.InvariantCulture);
        _length += written;
    }

    [InterpolatedStringHandler]
    internal readonly ref struct Handler
    {
        private readonly Marks _marks;

        // What the compiler knows of the lengths is not needed.
        public Handler(int literalLength, int formattedCount, Marks marks) => (_, _, _marks) = (literalLength, formattedCount, marks);

        public void AppendLiteral(string literal) => _marks.AddAsIs(literal);

        public void AppendFormatted(double number) => _marks.Add(number);

        public void AppendFormatted(Marks others) => _marks.AddAsIs(others.Text);

        public void AppendFormatted(string? text) => _marks.AddEscaped(text);
    }
}
