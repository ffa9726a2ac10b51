package bd.cleancare.payments.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.text.AttributedString;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Sets text on a page. PDF writers that set glyph by glyph tear Bangla conjuncts apart, so the JDK shapes each line and the page
 * carries its outlines; Latin is set as text beneath, invisible, so that numbers can be searched and copied.
 */
final class Typesetting {

    enum Side { LEFT, CENTRE, RIGHT }

    /** @param size of the letters in points */
    record Style(float size, boolean bold, Ink ink) {
    }

    record Ink(float red, float green, float blue) {
    }

    private static final float LEADING = 1.5f;
    private static final float LATIN_SHARE = 0.94f;
    private static final int FIRST_BANGLA = 0x980;
    private static final int LAST_BANGLA = 0x9ff;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Font REGULAR = font("/fonts/NotoSansBengali-Regular.ttf");
    private static final Font BOLD = font("/fonts/NotoSansBengali-Bold.ttf");
    /** The Bangla fonts have no Latin letters; this one comes with PDFBox. */
    private static final String LATIN_FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final Font LATIN = font(LATIN_FILE);

    private final PDPageContentStream content;
    private final PDFont searchable;

    /** The invisible text brings its letters along: for one of the fonts that readers have, PDFBox looks through all fonts of this machine. */
    Typesetting(PDDocument document, PDPageContentStream content) throws IOException {
        this.content = content;
        try (var in = Objects.requireNonNull(Typesetting.class.getResourceAsStream(LATIN_FILE))) {
            this.searchable = PDType0Font.load(document, in);
        }
    }

    /** @return the baseline below the last line, where the next would go */
    float paragraph(String text, Style style, Side side, float left, float width, float top) throws IOException {
        float y = top;
        var breaks = new LineBreakMeasurer(attributed(text, style).getIterator(), EXACT);
        while (breaks.getPosition() < text.length()) {
            int from = breaks.getPosition();
            TextLayout layout = breaks.nextLayout(width);
            y -= style.size() * LEADING;
            line(text.substring(from, breaks.getPosition()), layout, style, side, left, width, y);
        }
        return y;
    }

    /** One line on a baseline, however long. */
    void line(String text, Style style, Side side, float left, float width, float baseline) throws IOException {
        line(text, new TextLayout(attributed(text, style).getIterator(), EXACT), style, side, left, width, baseline);
    }

    private void line(String text, TextLayout layout, Style style, Side side, float left, float width, float baseline) throws IOException {
        float spare = width - layout.getVisibleAdvance();
        float x = left + switch (side) {
            case LEFT -> 0;
            case CENTRE -> spare / 2;
            case RIGHT -> spare;
        };
        fill(layout.getOutline(AffineTransform.getTranslateInstance(x, 0)), style, baseline);
        searchable(text, style.size(), x, baseline);
    }

    /** Across the page, as a rubber stamp leaves it. */
    void turned(String text, Style style, float centreX, float centreY, double angle) throws IOException {
        var layout = new TextLayout(attributed(text, style).getIterator(), EXACT);
        var turn = AffineTransform.getTranslateInstance(centreX, 0);
        turn.rotate(-angle);
        turn.translate(-layout.getAdvance() / 2, 0);
        fill(layout.getOutline(turn), style, centreY);
    }

    static float width(String text, Style style) {
        return new TextLayout(attributed(text, style).getIterator(), EXACT).getAdvance();
    }

    private static AttributedString attributed(String words, Style style) {
        var text = new AttributedString(words);
        Font bangla = (style.bold() ? BOLD : REGULAR).deriveFont(style.size());
        // A little smaller, so that the heights of both scripts go together.
        Font latin = LATIN.deriveFont(style.bold() ? Font.BOLD : Font.PLAIN, style.size() * LATIN_SHARE);
        if (words.chars().noneMatch(letter -> letter >= FIRST_BANGLA && letter <= LAST_BANGLA)) {
            // The Bangla fonts have Latin digits too, and a number in letters of two fonts looks like two numbers.
            text.addAttribute(TextAttribute.FONT, latin, 0, words.length());
            return text;
        }
        // Whole runs: a conjunct that is cut into two attributes is shaped as two letters.
        for (int from = 0; from < words.length(); ) {
            boolean shown = bangla.canDisplay(words.charAt(from));
            int to = from + 1;
            while (to < words.length() && bangla.canDisplay(words.charAt(to)) == shown) {
                to++;
            }
            text.addAttribute(TextAttribute.FONT, shown ? bangla : latin, from, to);
            from = to;
        }
        return text;
    }

    private void fill(Shape outline, Style style, float baseline) throws IOException {
        content.setNonStrokingColor(style.ink().red(), style.ink().green(), style.ink().blue());
        var at = new float[6];
        float startX = 0;
        float startY = 0;
        boolean drawn = false;
        for (PathIterator path = outline.getPathIterator(null); !path.isDone(); path.next()) {
            drawn = true;
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> content.moveTo(startX = at[0], startY = baseline - at[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(startX = at[0], startY = baseline - at[1]);
                case PathIterator.SEG_QUADTO -> {
                    float endX = at[2];
                    float endY = baseline - at[3];
                    float bendX = at[0];
                    float bendY = baseline - at[1];
                    content.curveTo(startX + 2f / 3 * (bendX - startX), startY + 2f / 3 * (bendY - startY), endX + 2f / 3 * (bendX - endX),
                            endY + 2f / 3 * (bendY - endY), endX, endY);
                    startX = endX;
                    startY = endY;
                }
                case PathIterator.SEG_CUBICTO -> content.curveTo(at[0], baseline - at[1], at[2], baseline - at[3], startX = at[4], startY = baseline - at[5]);
                default -> content.closePath();
            }
        }
        if (drawn) {
            content.fill();
        }
    }

    private void searchable(String line, float size, float x, float y) throws IOException {
        String latin = line.replaceAll("[^\\x20-\\x7e]+", " ").strip();
        if (latin.isEmpty()) {
            return;
        }
        content.beginText();
        content.setRenderingMode(RenderingMode.NEITHER);
        content.setFont(searchable, size);
        content.newLineAtOffset(x, y);
        content.showText(latin);
        content.setRenderingMode(RenderingMode.FILL);
        content.endText();
    }

    private static Font font(String file) {
        try (var in = Objects.requireNonNull(Typesetting.class.getResourceAsStream(file), file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
