package bd.cleancare.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.complaints.TrackingNumber.Reading;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrackingNumberTest {

    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTWXYZ";
    private static final int FIRST = 2;

    private final Random random = new Random(31);

    @Test
    void itHasTheFormOfTheContract() {
        for (int i = 0; i < 1000; i++) {
            assertThat(draw()).matches("^CC20\\d{6}[0-9A-Z]{4,10}$").hasSize(18).startsWith("CC20261122");
        }
    }

    @Test
    void everySingleWrongSymbolIsFound() {
        for (int i = 0; i < 200; i++) {
            String number = draw();
            for (int at = FIRST; at < number.length(); at++) {
                for (char wrong : SYMBOLS.toCharArray()) {
                    if (wrong != number.charAt(at)) {
                        assertNotRead(number.substring(0, at) + wrong + number.substring(at + 1));
                    }
                }
            }
        }
    }

    @Test
    void everyTwoSymbolsThatChangedPlacesAreFound() {
        for (int i = 0; i < 2000; i++) {
            String number = draw();
            for (int one = FIRST; one < number.length(); one++) {
                for (int other = one + 1; other < number.length(); other++) {
                    var swapped = new StringBuilder(number);
                    swapped.setCharAt(one, number.charAt(other));
                    swapped.setCharAt(other, number.charAt(one));
                    if (number.charAt(one) != number.charAt(other)) {
                        assertNotRead(swapped.toString());
                    }
                }
            }
        }
    }

    @Test
    void aWrongSymbolIsToldFromSomethingThatIsNoTrackingNumber() {
        String number = draw();
        char last = number.charAt(17);
        assertThat(TrackingNumber.parse(number.substring(0, 17) + (last == 'A' ? 'B' : 'A'))).isInstanceOf(Reading.Mistyped.class);
        assertThat(TrackingNumber.parse("hello")).isInstanceOf(Reading.NotOne.class);
        assertThat(TrackingNumber.parse("")).isInstanceOf(Reading.NotOne.class);
        assertThat(TrackingNumber.parse(number.repeat(50))).isInstanceOf(Reading.NotOne.class);
    }

    @Test
    void howPeopleWriteItDoesNotMatter() {
        for (int i = 0; i < 500; i++) {
            String number = draw();
            assertRead(number, number.toLowerCase());
            assertRead(number, "  " + number.substring(0, 2) + " " + number.substring(2, 10) + "-" + number.substring(10));
            assertRead(number, bd.cleancare.shared.Digits.toBangla(number));
            assertRead(number, number.replace('0', 'O'));
            assertRead(number, number.replace('0', 'o').replace('1', 'l'));
            assertRead(number, number.replace('1', 'I'));
        }
    }

    private String draw() {
        return TrackingNumber.random(LocalDate.of(2026, 11, 22), random).text();
    }

    private static void assertRead(String number, String written) {
        assertThat(TrackingNumber.parse(written)).isEqualTo(new Reading.Read(new TrackingNumber(number)));
    }

    private static void assertNotRead(String written) {
        if (TrackingNumber.parse(written) instanceof Reading.Read) {
            throw new AssertionError(written + " was read as right");
        }
    }
}
