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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.List;
import java.util.Objects;
import io.nayuki.qrcodegen.QrCode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * A page of lines, a QR code and perhaps a stamp. PDF writers that set glyph by glyph tear Bangla conjuncts apart, so the JDK shapes
 * each line and the page carries its outlines; Latin is set as text beneath, invisible, so that numbers can be searched and copied.
 */
public final class ReceiptPdf {

    /** @param size of the letters in points; {@code text} may be long and is wrapped */
    public record Line(String text, float size, boolean bold) {
    }

    private static final float MARGIN = 48;
    private static final float LEADING = 1.55f;
    private static final float QR_SIZE = 96;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Font REGULAR = font("/fonts/NotoSansBengali-Regular.ttf");
    private static final Font BOLD = font("/fonts/NotoSansBengali-Bold.ttf");
    /** The Bangla font has no Latin letters; this one comes with PDFBox. */
    private static final Font LATIN = font("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");

    private ReceiptPdf() {
    }

    /** @param stamp in large letters across the page; null for none */
    public static byte[] of(String title, List<Line> lines, String qrText, String stamp) {
        try (var document = new PDDocument()) {
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setProducer("Clean Care");
            var page = new PDPage(PDRectangle.A5);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                float y = page.getMediaBox().getHeight() - MARGIN;
                for (Line line : lines) {
                    y = paragraph(content, line, y, page.getMediaBox().getWidth() - 2 * MARGIN);
                }
                qr(content, qrText, page.getMediaBox().getWidth() - MARGIN - QR_SIZE, MARGIN);
                if (stamp != null) {
                    stamp(content, stamp, page.getMediaBox());
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float paragraph(PDPageContentStream content, Line line, float top, float width) throws IOException {
        if (line.text().isBlank()) {
            return top - line.size();
        }
        var breaks = new LineBreakMeasurer(attributed(line.text(), line).getIterator(), EXACT);
        float y = top;
        while (breaks.getPosition() < line.text().length()) {
            int from = breaks.getPosition();
            TextLayout layout = breaks.nextLayout(width);
            y -= line.size() * LEADING;
            fill(content, layout.getOutline(AffineTransform.getTranslateInstance(MARGIN, 0)), y);
            searchable(content, line.text().substring(from, breaks.getPosition()), line.size(), y);
        }
        return y;
    }

    private static AttributedString attributed(String words, Line line) {
        var text = new AttributedString(words);
        Font bangla = (line.bold() ? BOLD : REGULAR).deriveFont(line.size());
        Font latin = LATIN.deriveFont(line.size());
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

    private static void fill(PDPageContentStream content, Shape outline, float baseline) throws IOException {
        var at = new float[6];
        float startX = 0;
        float startY = 0;
        for (PathIterator path = outline.getPathIterator(null); !path.isDone(); path.next()) {
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
        content.fill();
    }

    private static void searchable(PDPageContentStream content, String line, float size, float y) throws IOException {
        String latin = line.replaceAll("[^\\x20-\\x7e]+", " ").strip();
        if (latin.isEmpty()) {
            return;
        }
        content.beginText();
        content.setRenderingMode(RenderingMode.NEITHER);
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), size);
        content.newLineAtOffset(MARGIN, y);
        content.showText(latin);
        content.endText();
    }

    private static void qr(PDPageContentStream content, String text, float left, float bottom) throws IOException {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        float module = QR_SIZE / code.size;
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    content.addRect(left + x * module, bottom + QR_SIZE - (y + 1) * module, module, module);
                }
            }
        }
        content.fill();
    }

    private static void stamp(PDPageContentStream content, String text, PDRectangle page) throws IOException {
        content.setNonStrokingColor(0.72f, 0.05f, 0.05f);
        var layout = new TextLayout(attributed(text, new Line(text, 24f, true)).getIterator(), EXACT);
        var turn = AffineTransform.getTranslateInstance(page.getWidth() / 2, 0);
        turn.rotate(-Math.PI / 9);
        turn.translate(-layout.getAdvance() / 2, 0);
        fill(content, layout.getOutline(turn), page.getHeight() / 3);
        content.setNonStrokingColor(0f, 0f, 0f);
    }

    private static Font font(String file) {
        try (var in = Objects.requireNonNull(ReceiptPdf.class.getResourceAsStream(file), file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
