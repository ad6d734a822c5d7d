using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Charts;

/// <summary>
/// The marks of a drawing as one piece of markup, because a page has thousands of them and each attribute costs. It is made of what the
/// program writes itself and of numbers: any other value does not compile, so that no text gets in and none has to be escaped.
/// </summary>
internal sealed class Marks
{
    private StringBuilder? _text = new(512);
    private string? _done;

    public MarkupString Markup => new(_done ?? _text!.ToString());

    /// <summary>Ends it: nothing can be added any more, so that many may use it at once.</summary>
    public Marks Done()
    {
        (_done, _text) = (_text!.ToString(), null);
        return this;
    }

    /// <summary>Adds markup; numbers stand in it in hundredths, with a point whatever the reader's language.</summary>
    public Marks Add([InterpolatedStringHandlerArgument("")] Handler made)
    {
        _ = made;
        return this;
    }

    private void Add(double number)
    {
        var hundredths = (long)Math.Round(number * 100, MidpointRounding.AwayFromZero);
        _text!.Append(hundredths < 0 ? "-" : "").Append(Math.Abs(hundredths) / 100);
        if (Math.Abs(hundredths) % 100 is not 0 and var rest)
        {
            _text!.Append('.').Append(rest / 10);
            if (rest % 10 != 0)
                _text!.Append(rest % 10);
        }
    }

    [InterpolatedStringHandler]
    internal readonly ref struct Handler
    {
        private readonly Marks _marks;

        // What the compiler knows of the lengths is not needed.
        public Handler(int literalLength, int formattedCount, Marks marks) => (_, _, _marks) = (literalLength, formattedCount, marks);

        public void AppendLiteral(string literal) => _marks._text!.Append(literal);

        public void AppendFormatted(double number) => _marks.Add(number);
    }
}
