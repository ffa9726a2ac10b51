package bd.cleancare.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strangers send instead of photos. */
class HostileUploadsTest {

    private static final Darkroom DARKROOM = new Darkroom(TestSettings.with(Map.of()));
    private static final byte[] PHOTO = TestPhotos.jpeg(640, 480);

    @AfterAll
    static void close() {
        DARKROOM.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "page.jpg | <!DOCTYPE html><html><script>alert(1)</script></html> | NOT_A_PHOTO",
        "drawing.jpg | <svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg> | NOT_A_PHOTO",
        "paper.jpg | %PDF-1.7 | NOT_A_PHOTO",
        "shell.php.jpg | <?php system('id'); ?> | NOT_A_PHOTO",
        "empty.jpg | '' | NOT_A_PHOTO"})
    void onlyTheContentSaysWhatAFileIs(String name, String content, PhotoRefusal reason) {
        assertThat(refusal(name, content.getBytes(StandardCharsets.UTF_8))).isEqualTo(reason);
    }

    @Test
    void gifsAreRefusedHoweverManyFramesTheyHave() {
        byte[] gif = TestPhotos.written("gif", new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB));
        byte[] frame = Arrays.copyOfRange(gif, gif.length / 2, gif.length);
        var many = new ByteArrayOutputStream();
        many.writeBytes(gif);
        for (int i = 0; i < 5000; i++) {
            many.writeBytes(frame);
        }
        assertThat(refusal("cat.jpg", many.toByteArray())).isEqualTo(PhotoRefusal.NOT_A_PHOTO);
    }

    @Test
    void heicIsRefusedInWordsOfItsOwn() {
        byte[] heic = TestPhotos.concat(new byte[] {0, 0, 0, 24}, "ftypheic".getBytes(StandardCharsets.US_ASCII), new byte[4], "mif1heic".getBytes(StandardCharsets.US_ASCII));
        assertThat(refusal("IMG_0001.HEIC", heic)).isEqualTo(PhotoRefusal.HEIC);
    }

    @Test
    void aZipBehindAPhotoAndCodeInsideItAreGone() {
        byte[] code = "<?php system($_GET['c']); ?>".getBytes(StandardCharsets.US_ASCII);
        byte[] zip = "PK\3\4 a whole archive".getBytes(StandardCharsets.US_ASCII);
        byte[] polyglot = TestPhotos.concat(TestPhotos.withSegment(PHOTO, 0xFE, code), zip);

        var developed = (Darkroom.Developed) DARKROOM.develop(TestPhotos.upload("x.jpg", polyglot));

        for (byte[] rendition : new byte[][] {developed.full(), developed.thumbnail()}) {
            String text = new String(rendition, StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain("PK\3\4").doesNotContain("<?php").endsWith("\u00ff\u00d9");
        }
    }

    @Test
    void aPngOf900MegapixelsIsRefusedAtOnce() {
        refusal("warm.png", pngHeader(10, 10));
        long start = System.nanoTime();
        assertThat(refusal("bomb.png", pngHeader(30_000, 30_000))).isEqualTo(PhotoRefusal.TOO_MANY_PIXELS);
        assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(200_000_000);
    }

    @ParameterizedTest
    @CsvSource({"8001,10", "10,8001", "6001,4000", "2147483647,2147483647"})
    void tooManyPixelsAreRefusedBeforeDecoding(int width, int height) {
        assertThat(refusal("large.png", pngHeader(width, height))).isEqualTo(PhotoRefusal.TOO_MANY_PIXELS);
    }

    @Test
    void aFileOverFiveMegabytesIsRefusedEvenIfItClaimsToBeSmaller() {
        byte[] large = TestPhotos.concat(PHOTO, new byte[5 * 1024 * 1024]);
        assertThat(refusal("large.jpg", large)).isEqualTo(PhotoRefusal.TOO_LARGE);
        var liar = new Upload("large.jpg", 100, () -> new ByteArrayInputStream(large));
        assertThat(DARKROOM.check(liar).orElseThrow().reason()).isEqualTo(PhotoRefusal.TOO_LARGE);
    }

    @Test
    void megabytesOfExifAreLeftBehind() {
        byte[] photo = PHOTO;
        byte[] segment = TestPhotos.concat("Exif\0\0".getBytes(StandardCharsets.US_ASCII), new byte[65_000]);
        for (int i = 0; i < 70; i++) {
            photo = TestPhotos.withSegment(photo, 0xE1, segment);
        }
        var developed = (Darkroom.Developed) DARKROOM.develop(TestPhotos.upload("x.jpg", photo));
        assertThat(developed.full()).hasSizeLessThan(PHOTO.length * 2);
    }

    @Test
    void aPhotoThatBreaksOffIsRefused() {
        for (int length : new int[] {3, 10, 100, 700, PHOTO.length / 2, PHOTO.length - 1}) {
            assertThat(refusal("cut.jpg", Arrays.copyOf(PHOTO, length))).as("%d bytes", length).isIn(PhotoRefusal.UNREADABLE, PhotoRefusal.NOT_A_PHOTO);
        }
        byte[] png = TestPhotos.written("png", TestPhotos.scene(640, 480));
        assertThat(refusal("cut.png", Arrays.copyOf(png, png.length / 2))).isEqualTo(PhotoRefusal.UNREADABLE);
    }

    /** 3,000 passes over 20 megapixels would keep a processor busy for half an hour. */
    @Test
    void aJpegOfThousandsOfScansIsRefusedAtOnce() throws IOException {
        byte[] photo = progressive(TestPhotos.scene(640, 480));
        int lastScan = lastIndexOf(photo, (byte) 0xDA);
        byte[] scan = Arrays.copyOfRange(photo, lastScan, photo.length - 2);
        var many = new ByteArrayOutputStream();
        many.write(photo, 0, lastScan);
        for (int i = 0; i < 3000 && many.size() < 4_000_000; i++) {
            many.writeBytes(Arrays.copyOf(scan, Math.min(scan.length, 1000)));
        }
        many.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
        assertThat(DARKROOM.check(TestPhotos.upload("slow.jpg", many.toByteArray()))).hasValueSatisfying(refused ->
                assertThat(refused.reason()).isEqualTo(PhotoRefusal.UNREADABLE));
        assertThat(DARKROOM.check(TestPhotos.upload("honest.jpg", photo))).isEmpty();
    }

    @Test
    void aDecoderThatTakesTooLongIsStopped() {
        var impatient = new Darkroom(TestSettings.with(Map.of("decoding-time", "1ms")));
        assertThat(impatient.develop(TestPhotos.upload("x.jpg", TestPhotos.jpeg(4000, 3000)))).isEqualTo(new Darkroom.Spoilt(PhotoRefusal.UNREADABLE));
        impatient.close();
    }

    /** The same every run; a failure prints its seed. */
    @Test
    void noDamageToAFileIsOurFailure() {
        byte[][] files = {TestPhotos.withExif(TestPhotos.jpeg(120, 90), 6), TestPhotos.written("png", TestPhotos.scene(120, 90)),
            Base64.getDecoder().decode("UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoQAAwAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA="),
            Base64.getDecoder().decode("UklGRhwAAABXRUJQVlA4TA8AAAAvD8ACAAcQ/Y/+ByKi/wEA")};
        for (int seed = 0; seed < 240; seed++) {
            var random = new Random(seed);
            byte[] damaged = files[seed % files.length].clone();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                damaged[random.nextInt(Math.min(damaged.length, random.nextBoolean() ? 400 : damaged.length))] = (byte) random.nextInt();
            }
            assertThat(DARKROOM.develop(TestPhotos.upload("x", damaged))).as("seed %d", seed).isNotNull();
        }
    }

    /** The outer header says 16 × 12, the frame inside 16,383 × 16,383: what a decoder would take memory for. */
    @Test
    void aWebPThatHidesItsSizeIsRefused() {
        byte[] frame = Base64.getDecoder().decode("UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoQAAwAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA=");
        Arrays.fill(frame, 26, 30, (byte) 0xFF);
        byte[] canvas = {'V', 'P', '8', 'X', 10, 0, 0, 0, 0, 0, 0, 0, 15, 0, 0, 11, 0, 0};
        byte[] file = TestPhotos.concat(Arrays.copyOf(frame, 12), canvas, Arrays.copyOfRange(frame, 12, frame.length));
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(4, file.length - 8);
        assertThat(refusal("x.webp", file)).isEqualTo(PhotoRefusal.UNREADABLE);
        assertThat(refusal("x.webp", frame)).isEqualTo(PhotoRefusal.TOO_MANY_PIXELS);
    }

    /** A Full HD picture is decoded (this one is cut off), one of four megapixels would fill the heap and is not. */
    @ParameterizedTest
    @CsvSource({"1920,1080,UNREADABLE", "2560,1600,TOO_MANY_PIXELS"})
    void aLossyWebPMayBeAsLargeAsTheHeapBears(int width, int height, PhotoRefusal refusal) {
        byte[] frame = Base64.getDecoder().decode("UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoQAAwAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA=");
        ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).putShort(26, (short) width).putShort(28, (short) height);
        Arrays.fill(frame, 30, frame.length, (byte) 0);
        assertThat(refusal("x.webp", Arrays.copyOf(frame, 40))).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd,passwd", "C:\\Users\\x\\a.jpg,a.jpg", "'',photo", "/,photo", "ছবি.jpg,ছবি.jpg"})
    void aFileNameIsForPeopleOnly(String sent, String kept) {
        assertThat(TestPhotos.upload(sent, PHOTO).fileName()).isEqualTo(kept);
    }

    private static PhotoRefusal refusal(String name, byte[] content) {
        var upload = TestPhotos.upload(name, content);
        var atOnce = DARKROOM.check(upload);
        return atOnce.isPresent() ? atOnce.get().reason() : ((Darkroom.Spoilt) DARKROOM.develop(upload)).reason();
    }

    private static byte[] pngHeader(int width, int height) {
        var chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0}).array();
        var checksum = new CRC32();
        checksum.update(chunk);
        return ByteBuffer.allocate(33).put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}).putInt(13).put(chunk).putInt((int) checksum.getValue()).array();
    }

    private static byte[] progressive(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        }
        return bytes.toByteArray();
    }

    private static int lastIndexOf(byte[] file, byte marker) {
        int at = file.length - 2;
        while (file[at] != (byte) 0xFF || file[at + 1] != marker) {
            at--;
        }
        return at;
    }
}
