package bd.cleancare.notifications.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmsTextTest {

    @Test
    void plainLettersAreCountedAsSeptets() {
        assertThat(SmsText.of("a".repeat(160))).isEqualTo(new SmsText(true, 160, 1, 0));
        assertThat(SmsText.of("a".repeat(161))).isEqualTo(new SmsText(true, 161, 2, 145));
        assertThat(SmsText.of("a".repeat(306)).segments()).isEqualTo(2);
        assertThat(SmsText.of("a".repeat(307)).segments()).isEqualTo(3);
    }

    @Test
    void aLetterOfTheExtensionTakesTwoAndIsNeverParted() {
        assertThat(SmsText.of("€").units()).isEqualTo(2);
        assertThat(SmsText.of("a".repeat(152) + "€" + "a".repeat(151)).segments()).as("the escape does not fit behind 152 letters").isEqualTo(2);
        assertThat(SmsText.of("a".repeat(152) + "€" + "a".repeat(152)).segments()).isEqualTo(3);
    }

    @Test
    void oneLetterOutsideMakesAllOfItUnicode() {
        assertThat(SmsText.of("ক".repeat(70))).isEqualTo(new SmsText(false, 70, 1, 0));
        assertThat(SmsText.of("ক".repeat(71)).segments()).isEqualTo(2);
        assertThat(SmsText.of("ক".repeat(134)).segments()).isEqualTo(2);
        assertThat(SmsText.of("ক".repeat(135)).segments()).isEqualTo(3);
        assertThat(SmsText.of("a".repeat(100) + "’").segments()).isEqualTo(2);
        assertThat(SmsText.of("`").gsm()).as("a backtick is ASCII and not GSM").isFalse();
    }

    @Test
    void theHalvesOfAPairAreNeverParted() {
        assertThat(SmsText.of("ক".repeat(66) + "😀" + "ক".repeat(66)).segments()).isEqualTo(3);
        assertThat(SmsText.of("ক".repeat(65) + "😀" + "ক".repeat(67)).segments()).isEqualTo(2);
    }
}
