using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Dashboard.Exports.Briefings;

/// <summary>How charts look: quiet axes, titles at the left in the workbook's own face, one colour for one meaning.</summary>
internal sealed class ChartStyle(string font)
{
    private const int Point = 100;
    private const int Emu = 12700;

    /// <summary>A chart as a whole: white, without frame, empty cells as gaps.</summary>
    public C.ChartSpace Space(C.Title title, C.PlotArea plot, bool hasLegend = true) => new(
        new C.Date1904 { Val = false },
        new C.RoundedCorners { Val = false },
        new C.Chart(((OpenXmlElement?[])
        [
            title,
            new C.AutoTitleDeleted { Val = false },
            plot,
            hasLegend ? new C.Legend(new C.LegendPosition { Val = C.LegendPositionValues.Bottom }, new C.Overlay { Val = false }, Text(9, Palette.Quiet)) : null,
            new C.PlotVisibleOnly { Val = false },
            new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap },
        ]).OfType<OpenXmlElement>()),
        new C.ShapeProperties(Fill("FFFFFF"), new A.Outline(new A.NoFill())),
        Text(10, Palette.Ink));

    /// <summary>A bold line that says what to see, and a quiet one beneath.</summary>
    public C.Title Title(string text, string under, double size = 12, string color = Palette.Quiet, bool bold = false) => new(
        new C.ChartText(new C.RichText(
            new A.BodyProperties(), new A.ListStyle(),
            Paragraph(text, size, Palette.Ink, bold: true),
            Paragraph(under, 9, color, bold))),
        new C.Overlay { Val = false });

    public C.TextProperties Text(double size, string color, bool bold = false) => new(
        new A.BodyProperties(), new A.ListStyle(),
        new A.Paragraph(
            new A.ParagraphProperties(Face(new A.DefaultRunProperties { FontSize = (int)(size * Point), Bold = bold }, color)),
            new A.EndParagraphRunProperties { Language = "en-US" }));

    public static A.SolidFill Fill(string color) => new(new A.RgbColorModelHex { Val = color });

    public static A.Outline Stroke(string color, double width, bool isDashed = false) => isDashed
        ? new A.Outline(Fill(color), new A.PresetDash { Val = A.PresetLineDashValues.Dash }) { Width = (int)(width * Emu) }
        : new A.Outline(Fill(color)) { Width = (int)(width * Emu) };

    public static C.MajorGridlines Grid() => new(new C.ChartShapeProperties(Stroke(Palette.Line, 0.75)));

    private A.Paragraph Paragraph(string text, double size, string color, bool bold) => new(
        new A.ParagraphProperties(Face(new A.DefaultRunProperties { FontSize = (int)(size * Point), Bold = bold }, color)),
        new A.Run(Face(new A.RunProperties { FontSize = (int)(size * Point), Bold = bold }, color), new A.Text(text.Clean())));

    private T Face<T>(T properties, string color) where T : OpenXmlCompositeElement
    {
        properties.Append(Fill(color), new A.LatinFont { Typeface = font }, new A.EastAsianFont { Typeface = font });
        return properties;
    }
}
