package bd.cleancare.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.testing.AppTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class TextsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:05:00Z");

    @Autowired
    Messages messages;

    @Test
    void numbersAreGroupedAsInTheSubcontinent() {
        assertThat(bangla().number(1234567)).isEqualTo("১২,৩৪,৫৬৭");
        assertThat(english().number(1234567)).isEqualTo("12,34,567");
        assertThat(english().number(999)).isEqualTo("999");
        assertThat(bangla().taka(12345650)).isEqualTo("৳১,২৩,৪৫৬.৫০");
        assertThat(english().taka(50000)).isEqualTo("৳500");
    }

    @Test
    void timesAreThoseOfDhaka() {
        assertThat(bangla().dateTime(NOW)).isEqualTo("২২ নভেম্বর, ২০২৬, বিকাল ৩:০৫");
        assertThat(english().dateTime(NOW)).isEqualTo("22 November 2026, 3:05 pm");
        assertThat(english().time(Instant.parse("2026-11-22T18:30:00Z"))).isEqualTo("12:30 am");
        assertThat(bangla().date(Instant.parse("2026-11-22T18:30:00Z"))).isEqualTo("২৩ নভেম্বর, ২০২৬");
    }

    @Test
    void recentTimesAreToldAsHowLongAgo() {
        assertThat(bangla().ago(NOW.minusSeconds(20))).isEqualTo("এইমাত্র");
        assertThat(bangla().ago(NOW.minus(Duration.ofHours(3)))).isEqualTo("৩ ঘণ্টা আগে");
        assertThat(english().ago(NOW.minus(Duration.ofMinutes(1)))).isEqualTo("1 minute ago");
        assertThat(english().ago(NOW.minus(Duration.ofDays(2)))).isEqualTo("2 days ago");
        assertThat(bangla().ago(NOW.minus(Duration.ofDays(21)))).isEqualTo("১ নভেম্বর, ২০২৬");
    }

    private Texts bangla() {
        return new Texts(Language.BANGLA, messages, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Texts english() {
        return new Texts(Language.ENGLISH, messages, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
