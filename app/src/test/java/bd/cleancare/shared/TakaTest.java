package bd.cleancare.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TakaTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"500|50000", "500.5|50050", "500.05|50005", "১,০০০.৫০|100050", "৳৫০০|50000", "৳ ৫০০|50000", "1,00,000|10000000",
            "100,000|10000000", "BDT 12.30|1230", "৫০০ টাকা|50000", "0|0", "0.01|1", "-5|-500", "৫০0|50000"})
    void readsAmountsAsPeopleWriteThem(String written, long poisha) {
        assertThat(Taka.parse(written)).contains(new Taka(poisha));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1e3", "1E+3", "NaN", "Infinity", "500.123", "1,0", ",5", "5.", ".5", "0x10", "1 000", "--5", "৫০০ ডলার", "12345678901234"})
    void refusesWhatIsNoAmount(String written) {
        assertThat(Taka.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|0.00|০.০০", "50|0.50|০.৫০", "99999|999.99|৯৯৯.৯৯", "100000|1,000.00|১,০০০.০০", "10000050|1,00,000.50|১,০০,০০০.৫০",
            "1234567850|1,23,45,678.50|১,২৩,৪৫,৬৭৮.৫০", "-10000000|-1,00,000.00|-১,০০,০০০.০০"})
    void groupsInLakhAndCrore(long poisha, String english, String bangla) {
        assertThat(new Taka(poisha).grouped()).isEqualTo(english);
        assertThat(new Taka(poisha).bangla()).isEqualTo(bangla);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0|শূন্য টাকা মাত্র|Zero taka only",
            "2000|বিশ টাকা মাত্র|Twenty taka only",
            "8850|অষ্টাশি টাকা পঞ্চাশ পয়সা মাত্র|Eighty-eight taka and fifty poisha only",
            "12500|একশো পঁচিশ টাকা মাত্র|One hundred twenty-five taka only",
            "10050005|এক লাখ পাঁচশো টাকা পাঁচ পয়সা মাত্র|One lakh five hundred taka and five poisha only",
            "1234567800|এক কোটি তেইশ লাখ পঁয়তাল্লিশ হাজার ছয়শো আটাত্তর টাকা মাত্র|One crore twenty-three lakh forty-five thousand six hundred seventy-eight taka only",
            "100000000000|একশো কোটি টাকা মাত্র|One hundred crore taka only"})
    void spellsAmountsInBothLanguages(long poisha, String bangla, String english) {
        assertThat(TakaWords.bangla(new Taka(poisha))).isEqualTo(Text.normalise(bangla));
        assertThat(TakaWords.english(new Taka(poisha))).isEqualTo(english);
    }

    @Test
    void sharesRoundHalfUp() {
        assertThat(new Taka(100_050).share(1_000)).isEqualTo(new Taka(10_005));
        assertThat(new Taka(5).share(1_000)).isEqualTo(new Taka(1));
        assertThat(new Taka(4).share(1_000)).isEqualTo(Taka.ZERO);
    }

    @Test
    void whatIsWrittenIsReadBackAndSumsAreExact() {
        var random = new Random(20261122);
        Taka sum = Taka.ZERO;
        long poisha = 0;
        for (int i = 0; i < 10_000; i++) {
            var amount = new Taka(random.nextLong(1_000_000_000L));
            assertThat(Taka.parse(amount.plain())).contains(amount);
            assertThat(Taka.parse(amount.bangla())).contains(amount);
            sum = sum.plus(amount);
            poisha += amount.poisha();
        }
        assertThat(sum.poisha()).isEqualTo(poisha);
        assertThat(Taka.parse("0.1").orElseThrow().plus(Taka.parse("0.2").orElseThrow())).isEqualTo(Taka.parse("0.3").orElseThrow());
    }
}
