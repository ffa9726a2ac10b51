package bd.cleancare.payments.paper;

import io.nayuki.qrcodegen.QrCode;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A QR code, on paper and for a page. */
public final class QrPicture {

    private QrPicture() {
    }

    static void draw(PDPageContentStream content, String text, float left, float bottom, float size) throws IOException {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        float module = size / code.size;
        content.setNonStrokingColor(0f, 0f, 0f);
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    content.addRect(left + x * module, bottom + size - (y + 1) * module, module, module);
                }
            }
        }
        content.fill();
    }

    /** How many modules it is wide; a reader wants four more of white on each side. */
    public static int size(String text) {
        return QrCode.encodeText(text, QrCode.Ecc.MEDIUM).size;
    }

    /** The black modules as a path of SVG, one unit each. */
    public static String path(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
