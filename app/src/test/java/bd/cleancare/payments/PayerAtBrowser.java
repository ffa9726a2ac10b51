package bd.cleancare.payments;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** A payer at a browser: chooses a wallet, fills in the gateway's own page, and points a camera at a receipt. */
final class PayerAtBrowser {

    static final Pattern OUR_PAYMENT = Pattern.compile(".*/payments/[0-9a-f-]{36}/$");

    private final Page page;

    PayerAtBrowser(Page page) {
        this.page = page;
    }

    /** From our page to the gateway's. */
    void chooses(String method) {
        page.locator("input[value=" + method + "]").check();
        page.locator("main form[method=post] .actions button").last().click();
    }

    void confirmsAtTheGateway() {
        fills();
        page.locator("button[value=pay]").click();
    }

    private void fills() {
        page.locator("input[name=wallet]").fill("017" + String.format("%08d", Math.abs(System.nanoTime() / 1000 % 100_000_000)));
        page.locator("input[name=otp]").fill("123456");
        page.locator("input[name=pin]").fill("12121");
    }

    void comesBack() {
        page.waitForURL(OUR_PAYMENT);
    }

    static String qrOf(Locator code) {
        return qrOf(code.screenshot());
    }

    static String qrOf(byte[] png) {
        try {
            return qrOf(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String qrOf(BufferedImage picture) {
        try {
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))), Map.of(DecodeHintType.TRY_HARDER, true)).getText();
        } catch (NotFoundException | com.google.zxing.ChecksumException | com.google.zxing.FormatException e) {
            throw new AssertionError("no code to be read in the picture", e);
        }
    }
}
