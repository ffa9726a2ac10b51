package bd.cleancare.payments.paper;

import bd.cleancare.payments.paper.Typesetting.Ink;
import bd.cleancare.payments.paper.Typesetting.Side;
import bd.cleancare.payments.paper.Typesetting.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A receipt on a sheet of A5: the city's head, what was paid, the amount in words, and the code that proves it. */
public final class ReceiptPdf {

    /** One line of the table, in both languages; {@code english} null where the value is the same in both. */
    public record Row(String labelBn, String labelEn, String bangla, String english) {
    }

    /** A text in both languages. */
    public record Both(String bangla, String english) {
    }

    /** @param stamp in large letters across the page; null for none */
    public record Sheet(Both city, Both title, Both numberLabel, String number, List<Row> rows, Both amountLabel, Both amount, Both words, String stamp, String qr, Both verify,
            Both footer) {
    }

    private static final float MARGIN = 34;
    private static final float HEAD = 74;
    private static final float QR = 84;
    private static final float LABELS = 118;
    private static final double STAMP_ANGLE = Math.PI / 10;

    private static final Ink GREEN = new Ink(0.043f, 0.431f, 0.31f);
    private static final Ink BLACK = new Ink(0.1f, 0.14f, 0.13f);
    private static final Ink GREY = new Ink(0.38f, 0.43f, 0.4f);
    private static final Ink WHITE = new Ink(1, 1, 1);
    private static final Ink PALE = new Ink(0.85f, 0.94f, 0.9f);
    private static final Ink RED = new Ink(0.96f, 0.7f, 0.7f);

    private final PDDocument document;
    private final PDPageContentStream content;
    private final Typesetting type;
    private final float width;
    private final float height;

    private ReceiptPdf(PDDocument document, PDPage page, PDPageContentStream content) throws IOException {
        this.document = document;
        this.content = content;
        this.type = new Typesetting(document, content);
        this.width = page.getMediaBox().getWidth();
        this.height = page.getMediaBox().getHeight();
    }

    public static byte[] of(Sheet sheet) {
        try (var document = new PDDocument()) {
            document.getDocumentInformation().setTitle(sheet.number());
            document.getDocumentInformation().setProducer("Clean Care");
            document.getDocumentCatalog().setLanguage("bn");
            var page = new PDPage(PDRectangle.A5);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                new ReceiptPdf(document, page, content).draw(sheet);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stamp lies under everything, so that it hides nothing. */
    private void draw(Sheet sheet) throws IOException {
        if (sheet.stamp() != null) {
            stamp(sheet.stamp());
        }
        head(sheet);
        float y = title(sheet, height - HEAD - 12);
        for (Row row : sheet.rows()) {
            y = row(row, y);
        }
        amount(sheet, y - 12);
        foot(sheet);
    }

    private void head(Sheet sheet) throws IOException {
        box(0, height - HEAD, width, HEAD, GREEN);
        box(0, height - HEAD - 3, width, 3, new Ink(0.84f, 0.2f, 0.42f));
        box(MARGIN, height - HEAD + 14, 46, 46, WHITE);
        content.drawImage(logo(), MARGIN + 3, height - HEAD + 17, 40, 40);
        float left = MARGIN + 58;
        type.line(sheet.city().bangla(), new Style(16, true, WHITE), Side.LEFT, left, width, height - 34);
        type.line(sheet.city().english(), new Style(9.5f, false, PALE), Side.LEFT, left, width, height - 52);
    }

    private PDImageXObject logo() throws IOException {
        try (var in = Objects.requireNonNull(ReceiptPdf.class.getResourceAsStream("/static/brand/icon-192.png"))) {
            return PDImageXObject.createFromByteArray(document, in.readAllBytes(), "logo");
        }
    }

    private float title(Sheet sheet, float top) throws IOException {
        float inner = width - 2 * MARGIN;
        type.line(sheet.title().bangla(), new Style(15, true, GREEN), Side.LEFT, MARGIN, inner, top - 22);
        type.line(sheet.title().english(), new Style(8.5f, false, GREY), Side.LEFT, MARGIN, inner, top - 36);
        type.line(sheet.numberLabel().bangla() + " · " + sheet.numberLabel().english(), new Style(7.5f, false, GREY), Side.RIGHT, MARGIN, inner, top - 14);
        type.line(sheet.number(), new Style(12.5f, true, BLACK), Side.RIGHT, MARGIN, inner, top - 31);
        rule(MARGIN, top - 46, inner, 1, GREEN);
        return top - 46;
    }

    private float row(Row row, float top) throws IOException {
        type.line(row.labelBn(), new Style(8.5f, false, BLACK), Side.LEFT, MARGIN, LABELS, top - 14);
        type.line(row.labelEn(), new Style(6.5f, false, GREY), Side.LEFT, MARGIN, LABELS, top - 23);
        float left = MARGIN + LABELS;
        float room = width - MARGIN - left;
        float y = type.paragraph(row.bangla(), new Style(9.5f, true, BLACK), Side.LEFT, left, room, top);
        if (row.english() != null) {
            y = type.paragraph(row.english(), new Style(7, false, GREY), Side.LEFT, left, room, y);
        }
        float bottom = Math.min(y, top - 23) - 5;
        rule(MARGIN, bottom, width - 2 * MARGIN, 0.5f, new Ink(0.87f, 0.88f, 0.86f));
        return bottom;
    }

    private void amount(Sheet sheet, float top) throws IOException {
        float inner = width - 2 * MARGIN;
        box(MARGIN, top - 74, inner, 74, new Ink(0.91f, 0.96f, 0.935f));
        box(MARGIN, top - 74, 3, 74, GREEN);
        float left = MARGIN + 14;
        float room = inner - 28;
        type.line(sheet.amountLabel().bangla() + " · " + sheet.amountLabel().english(), new Style(8, false, GREY), Side.LEFT, left, room, top - 18);
        type.line(sheet.amount().bangla(), new Style(19, true, GREEN), Side.RIGHT, left, room, top - 26);
        type.line(sheet.amount().english(), new Style(8, false, GREY), Side.RIGHT, left, room, top - 39);
        fitting(sheet.words().bangla(), 9.5f, true, BLACK, left, room, top - 53);
        fitting(sheet.words().english(), 7.5f, false, GREY, left, room, top - 66);
    }

    /** On one line: an amount in words is not cut in two. */
    private void fitting(String text, float size, boolean bold, Ink ink, float left, float room, float baseline) throws IOException {
        var style = new Style(size, bold, ink);
        float wide = Typesetting.width(text, style);
        type.line(text, wide <= room ? style : new Style(size * room / wide, bold, ink), Side.LEFT, left, room, baseline);
    }

    private void foot(Sheet sheet) throws IOException {
        float bottom = MARGIN;
        QrPicture.draw(content, sheet.qr(), width - MARGIN - QR, bottom, QR);
        float room = width - 2 * MARGIN - QR - 20;
        float y = type.paragraph(sheet.verify().bangla(), new Style(8.5f, true, BLACK), Side.LEFT, MARGIN, room, bottom + QR + 4);
        y = type.paragraph(sheet.verify().english(), new Style(7, false, GREY), Side.LEFT, MARGIN, room, y);
        y = type.paragraph(sheet.footer().bangla(), new Style(7.5f, false, GREY), Side.LEFT, MARGIN, room, y - 4);
        type.paragraph(sheet.footer().english(), new Style(6.5f, false, GREY), Side.LEFT, MARGIN, room, y);
    }

    private void stamp(String text) throws IOException {
        var style = new Style(22, true, RED);
        type.turned(text, style, width / 2, height * 0.44f, STAMP_ANGLE);
    }

    private void rule(float left, float y, float length, float thickness, Ink ink) throws IOException {
        box(left, y, length, thickness, ink);
    }

    private void box(float left, float bottom, float wide, float high, Ink ink) throws IOException {
        content.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
        content.addRect(left, bottom, wide, high);
        content.fill();
    }
}
