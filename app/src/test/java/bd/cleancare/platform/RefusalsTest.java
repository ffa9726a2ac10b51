package bd.cleancare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.shared.Taka;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What is put into a Bangla sentence is written the Bangla way, whatever it is and whoever says it. */
@AppTest
class RefusalsTest {

    private static final Pattern LATIN = Pattern.compile("[0-9]");

    @Autowired
    Messages messages;
    @Autowired
    Api api;
    @Autowired
    People people;

    @Test
    void noArgumentOfARefusalReachesABanglaTextWithLatinDigits() throws IOException {
        var texts = banglaTextsWithArguments();
        assertThat(texts).containsKeys("field.too_long", "field.amount_too_large", "error.throttled", "templates.too_many_segments");
        texts.forEach((key, text) -> {
            long own = LATIN.matcher(text.replaceAll("\\{\\d+[^}]*}", "")).results().count();
            for (Object argument : new Object[] {1234, "2, 3, 45", "word7", Taka.of(500_000)}) {
                String said = messages.refusal(Language.BANGLA, key, argument, argument, argument, argument);
                assertThat(LATIN.matcher(said).results().count()).as(key + " says " + said).isEqualTo(own);
            }
        });
    }

    /** Of every text, not only of refusals: these are never copied, so there is nothing to keep in Latin digits. */
    @Test
    void numbersAndAmountsAreWrittenInTheLanguageOfTheText() throws IOException {
        banglaTextsWithArguments().forEach((key, text) -> {
            long own = LATIN.matcher(text.replaceAll("\\{\\d+[^}]*}", "")).results().count();
            String said = messages.get(Language.BANGLA, key, 1234, 1234L, Taka.of(1234), 1234);
            assertThat(LATIN.matcher(said).results().count()).as(key + " says " + said).isEqualTo(own);
        });
        assertThat(messages.get(Language.BANGLA, "field.amount_too_large", new Taka(50_000_050))).contains("৳৫,০০,০০০.৫০");
        assertThat(messages.get(Language.ENGLISH, "field.amount_too_large", Taka.of(500_000))).contains("৳5,00,000 ");
    }

    @Test
    void amountThatIsTooLargeIsToldTheBanglaWay() {
        var body = Map.of("service_type", "Holding Tax", "amount", "99999999", "payment_method", "bkash", "phone_number", "01711111111");
        Api citizen = api.as(people.citizen().accessToken());
        assertThat(citizen.post("/api/payments/process/", body).body().path("amount").get(0).asString()).contains("৳৫,০০,০০০").doesNotContainPattern("[0-9]");
        assertThat(citizen.with("Accept-Language", "en").post("/api/payments/process/", body).body().path("amount").get(0).asString()).contains("৳5,00,000");
        var echoed = citizen.post("/api/auth/resend-otp/", Map.of("phone", "01711111111", "purpose", "word7"));
        assertThat(echoed.text()).contains("“word৭”");
    }

    private static Map<String, String> banglaTextsWithArguments() throws IOException {
        var texts = new TreeMap<String, String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_bn.properties")) {
            var properties = new Properties();
            try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                properties.load(in);
            }
            properties.stringPropertyNames().stream().filter(key -> properties.getProperty(key).contains("{0")).forEach(key -> texts.put(key, properties.getProperty(key)));
        }
        return texts;
    }
}
