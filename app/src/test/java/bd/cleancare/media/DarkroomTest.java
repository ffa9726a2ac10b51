package bd.cleancare.media;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.shared.GeoPoint;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of honest photos. */
class DarkroomTest {

    private static final Darkroom DARKROOM = new Darkroom(TestSettings.with(Map.of()));

    @AfterAll
    static void close() {
        DARKROOM.close();
    }

    /** Orientation, then the stored quarter that people see at the top left and the top right. */
    @ParameterizedTest
    @CsvSource({"1,RED,GREEN", "2,GREEN,RED", "3,WHITE,BLUE", "4,BLUE,WHITE", "5,RED,BLUE", "6,BLUE,RED", "7,WHITE,GREEN", "8,GREEN,WHITE"})
    void everyWayToHoldACameraIsTurnedUpright(int orientation, String topLeft, String topRight) throws IOException {
        byte[] stored = TestPhotos.written("jpeg", TestPhotos.quarters(400, 200));
        var developed = develop(TestPhotos.withExif(stored, orientation));

        BufferedImage seen = read(developed.full());
        boolean sideways = orientation >= 5;
        assertThat(seen.getWidth()).isEqualTo(sideways ? 200 : 400);
        assertThat(developed.width()).isEqualTo(seen.getWidth());
        int right = seen.getWidth() - 3;
        assertThat(near(seen.getRGB(2, 2))).isEqualTo(named(topLeft));
        assertThat(near(seen.getRGB(right, 2))).isEqualTo(named(topRight));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void theEdgesOfALargePhotoStayClean(int orientation) throws IOException {
        var blue = new BufferedImage(4032, 3024, BufferedImage.TYPE_3BYTE_BGR);
        paint(blue, Color.BLUE);
        BufferedImage seen = read(develop(TestPhotos.withExif(TestPhotos.written("jpeg", blue), orientation)).full());
        for (int[] corner : new int[][] {{0, 0}, {seen.getWidth() - 1, 0}, {0, seen.getHeight() - 1}, {seen.getWidth() - 1, seen.getHeight() - 1}}) {
            assertThat(near(seen.getRGB(corner[0], corner[1]))).isEqualTo(Color.BLUE.getRGB());
        }
    }

    @Test
    void aLargePhotoIsKeptAt1920AndAThumbnailAt480() throws IOException {
        var developed = develop(TestPhotos.jpeg(4000, 3000));
        assertThat(read(developed.full())).extracting(BufferedImage::getWidth, BufferedImage::getHeight).containsExactly(1920, 1440);
        assertThat(read(developed.thumbnail())).extracting(BufferedImage::getWidth, BufferedImage::getHeight).containsExactly(480, 360);
    }

    @Test
    void aSmallPhotoIsNotBlownUp() throws IOException {
        var developed = develop(TestPhotos.jpeg(40, 30));
        assertThat(read(developed.full()).getWidth()).isEqualTo(40);
        assertThat(read(developed.thumbnail()).getWidth()).isEqualTo(40);
    }

    @Test
    void whereThePhotoWasTakenIsOfferedAndNotKept() throws Exception {
        var developed = develop(TestPhotos.withExif(TestPhotos.jpeg(800, 600), 1));

        assertThat(developed.exifPlace()).contains(GeoPoint.of(23.81041667, 90.41270833));
        for (byte[] rendition : new byte[][] {developed.full(), developed.thumbnail()}) {
            var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(rendition));
            assertThat(metadata.getFirstDirectoryOfType(ExifDirectoryBase.class)).isNull();
            assertThat(indexOf(rendition, "Exif")).isNegative();
        }
    }

    @Test
    void aPhotoWithoutAPlaceOffersNone() {
        assertThat(develop(TestPhotos.jpeg(80, 60)).exifPlace()).isEmpty();
    }

    @Test
    void whatIsTransparentBecomesWhite() throws IOException {
        var clear = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(50, 50, 0xFFFF0000);
        assertThat(near(read(develop(TestPhotos.written("png", clear)).full()).getRGB(5, 5))).isEqualTo(Color.WHITE.getRGB());
    }

    /** Made with cwebp from a red picture of 16 × 12; ImageIO has no writer for WebP. */
    @ParameterizedTest
    @ValueSource(strings = {"UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoQAAwAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA=",
        "UklGRhwAAABXRUJQVlA4TA8AAAAvD8ACAAcQ/Y/+ByKi/wEA"})
    void webPIsTaken(String file) throws IOException {
        BufferedImage seen = read(develop(Base64.getDecoder().decode(file)).full());
        assertThat(seen.getWidth()).isEqualTo(16);
        assertThat(near(seen.getRGB(8, 6))).isEqualTo(Color.RED.getRGB());
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_INDEXED})
    void unusualPixelsBecomeUsualOnes(int type) throws IOException {
        var white = new BufferedImage(64, 64, type);
        paint(white, Color.WHITE);
        BufferedImage seen = read(develop(TestPhotos.written("png", white)).full());
        assertThat(seen.getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
        assertThat(near(seen.getRGB(30, 30))).isEqualTo(Color.WHITE.getRGB());
    }

    private static Darkroom.Developed develop(byte[] file) {
        var upload = TestPhotos.upload("photo.jpg", file);
        assertThat(DARKROOM.check(upload)).isEmpty();
        return (Darkroom.Developed) DARKROOM.develop(upload);
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static void paint(BufferedImage image, Color colour) {
        var graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
    }

    /** Each channel on or off: JPEG does not keep colours to the bit. */
    private static int near(int rgb) {
        return 0xFF000000 | ((rgb & 0x800000) != 0 ? 0xFF0000 : 0) | ((rgb & 0x8000) != 0 ? 0xFF00 : 0) | ((rgb & 0x80) != 0 ? 0xFF : 0);
    }

    private static int named(String colour) {
        return switch (colour) {
            case "RED" -> Color.RED.getRGB();
            case "GREEN" -> Color.GREEN.getRGB();
            case "BLUE" -> Color.BLUE.getRGB();
            default -> Color.WHITE.getRGB();
        };
    }

    private static int indexOf(byte[] file, String text) {
        return new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
