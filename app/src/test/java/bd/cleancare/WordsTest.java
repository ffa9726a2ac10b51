package bd.cleancare;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.authentication.CodePurpose;
import bd.cleancare.chat.web.DeskRooms;
import bd.cleancare.complaints.Category;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.HistoryKind;
import bd.cleancare.complaints.Priority;
import bd.cleancare.complaints.QueueOrder;
import bd.cleancare.console.Labels;
import bd.cleancare.notifications.Event;
import bd.cleancare.notifications.Topic;
import bd.cleancare.notifications.queue.Channel;
import bd.cleancare.notifications.queue.Lane;
import bd.cleancare.payments.Method;
import bd.cleancare.payments.OwnWords;
import bd.cleancare.payments.PaymentStatus;
import bd.cleancare.payments.RefundStatus;
import bd.cleancare.payments.gateway.Gateway.Refusal;
import bd.cleancare.shared.Role;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every word a page or an answer may have to say exists: a key without a text is an exception in the middle of a page. */
class WordsTest {

    private static final Pattern SAID = Pattern.compile("(?:ui\\.text|messages\\.get)\\((?:\\w+, )?\"([a-z_]+(?:\\.\\w+)+)\"(?=[,)])");
    private static final Pattern COUNTED = Pattern.compile("ui\\.count\\(\"([a-z_]+(?:\\.\\w+)+)\",");
    private static final Pattern REFUSED = Pattern.compile("Problem\\.(?:detail|error)\\(\\d{3}, \"(\\w+)\"");
    private static final Pattern PUT_TOGETHER = Pattern.compile("ui\\.text\\(\"([a-z_]+(?:\\.\\w+)*\\.)\" \\+");

    /** The console says these with a name, a number or a state in them: by keys that are named in full. */
    private static final EnumSet<HistoryKind> SAID_OTHERWISE = EnumSet.of(HistoryKind.STATUS, HistoryKind.ASSIGNED, HistoryKind.COMMENT,
            HistoryKind.PHOTOS, HistoryKind.RATED);

    /** The beginnings of keys that are put together on the way, with all their ends. */
    private static final List<Words> PUT_TOGETHER_WORDS = List.of(
            words("complaint.category.", Category.values(), Enum::name),
            words("complaint.status.", ComplaintStatus.values(), Enum::name),
            words("complaint.priority.", Priority.values(), Enum::name),
            words("complaint.priority.", Priority.values(), priority -> priority.name() + ".hint"),
            words("complaint.kind.", HistoryKind.values(), Enum::name),
            words("console.queueorder.", QueueOrder.values(), Labels::word),
            words("console.history.", EnumSet.complementOf(SAID_OTHERWISE).toArray(HistoryKind[]::new), HistoryKind::word),
            new Words("console.field.", List.of("title", "description", "category", "priority", "location", "ward_number", "place")),
            new Words("console.bulk.reason.", List.of("gone", "forbidden", "no_such_step", "stale", "not_staff", "failed")),
            new Words("feedback.score.", List.of("1", "2", "3", "4", "5")),
            new Words("report.step.", List.of("0", "1", "2", "3")),
            new Words("time.clock.", List.of("late", "dawn", "morning", "noon", "afternoon", "evening", "night")),
            words("payments.method.", Method.values(), Method::word),
            words("payments.status.", PaymentStatus.values(), PaymentStatus::word),
            words("payments.state.", PaymentStatus.values(), WordsTest::lower),
            words("payments.state.", PaymentStatus.values(), status -> lower(status) + ".more"),
            words("payments.exact.", PaymentStatus.values(), WordsTest::lower),
            words("payments.refund.state.", RefundStatus.values(), WordsTest::lower),
            new Words("payments.refund.approved.", List.of("approved", "sent", "succeeded", "failed", "unknown", "manual")),
            new Words("payments.attempt.", List.of("new", "create_sent", "unknown_create", "redirected", "confirm_sent", "succeeded", "declined", "cancelled",
                    "lapsed", "unknown", "mismatch", "duplicate_paid")),
            words("payments.why.", OwnWords.values(), WordsTest::lower),
            words("payments.why.", Refusal.values(), WordsTest::lower),
            new Words("payments.why.", List.of("mismatch")),
            new Words("payments.subject.", List.of("payment", "attempt", "refund")),
            new Words("payments.bill.", List.of("due", "late", "paid", "cancelled")),
            new Words("payments.gateway.", List.of("bkash", "nagad", "rocket", "upay", "sslcommerz", "cash", "cheque")),
            new Words("payments.method.letter.", List.of("bkash", "nagad", "rocket", "upay")),
            new Words("payments.account.", List.of("revenue", "clearing", "bank", "refunds-payable", "credit", "suspense", "expense.gateway-fee", "expense.write-off")),
            new Words("payments.step.", List.of("PaymentCreated", "PayerSentToGateway", "PaymentPaid", "PaymentFailed", "PaymentCancelled", "PaymentExpired",
                    "GatewayUnclear", "PaymentHeld", "PaidLate", "RefundDue", "RefundApproved", "RefundSucceeded")),
            new Words("payment.refusal.", List.of("cancelled", "expired", "insufficient", "wallet", "duplicate", "declined", "not_confirmed", "merchant", "unavailable")),
            new Words("reconciliation.kind.", List.of("missing_at_gateway", "missing_here", "amount_differs", "fee_differs", "duplicate", "refunded_only_there")),
            words("role.", Role.values(), Role::word),
            new Words("role.", List.of("service_provider.hint", "admin.hint", "super_admin.hint")),
            words("channel.", Channel.values(), Channel::word),
            words("event.", Event.values(), Event::word),
            words("topic.", Topic.values(), Topic::word),
            words("log.lane.", Lane.values(), WordsTest::lower),
            new Words("log.state.", List.of("queued", "sending", "sent", "delivered", "failed", "unknown", "expired", "parked")),
            new Words("log.outcome.", List.of("accepted", "try_again", "unknown", "refused", "none")),
            new Words("place.", List.of("tracking_number", "title", "location", "status", "comment", "rating_link", "amount", "transaction_id", "receipt_number",
                    "sender", "subject", "device", "gateway", "balance", "role")),
            new Words("talk.event.", List.of("assigned", "unassigned", "closed", "rated")),
            new Words("talk.last.", List.of("assigned", "closed", "rated", "photo")),
            words("talk.show.", DeskRooms.Show.values(), DeskRooms.Show::word),
            words("talk.none.", DeskRooms.Show.values(), DeskRooms.Show::word),
            words("sms.code.", CodePurpose.values(), CodePurpose::word));

    private record Words(String beginning, List<String> ends) {

        Stream<String> keys() {
            return ends.stream().map(beginning::concat);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E> Words words(String beginning, E[] values, Function<E, String> end) {
        return new Words(beginning, Arrays.stream(values).map(end).toList());
    }

    @Test
    void everyConstantThatIsShownHasItsWordsInBothLanguages() throws IOException {
        for (String language : List.of("bn", "en")) {
            Set<String> texts = keys(language);
            assertThat(PUT_TOGETHER_WORDS).flatExtracting(words -> words.keys().toList()).allSatisfy(key -> assertThat(texts).as(language).contains(key));
        }
    }

    @Test
    void everyKeyThatIsPutTogetherIsListedHere() throws IOException {
        Set<String> known = new TreeSet<>(PUT_TOGETHER_WORDS.stream().map(Words::beginning).toList());
        known.add("error."); // the next test
        known.add("payments."); // a beginning of beginnings that are listed
        known.add("talk."); // TalkWords lists them where it says them
        assertThat(found(PUT_TOGETHER)).isNotEmpty().allSatisfy((key, where) -> assertThat(known).as(where).contains(key));
    }

    @Test
    void everyKeyThatIsNamedExists() throws IOException {
        Set<String> texts = keys("bn");
        assertThat(found(SAID)).hasSizeGreaterThan(300).allSatisfy((key, where) -> assertThat(texts).as(where).contains(key));
        assertThat(found(COUNTED)).isNotEmpty().allSatisfy((key, where) -> assertThat(texts).as(where).contains(key + ".one", key + ".many"));
        assertThat(found(REFUSED)).hasSizeGreaterThan(20).allSatisfy((code, where) -> assertThat(texts).as(where).contains("error." + code));
    }

    /** What a pattern finds in the code and the templates, and in which file. */
    private static Map<String, String> found(Pattern pattern) throws IOException {
        var found = new TreeMap<String, String>();
        for (Path file : sources()) {
            pattern.matcher(Files.readString(file)).results().map(match -> match.group(1)).forEach(key -> found.put(key, file.getFileName().toString()));
        }
        return found;
    }

    private static List<Path> sources() throws IOException {
        var files = new ArrayList<Path>();
        for (String tree : List.of("src/main/java", "src/main/templates")) {
            try (Stream<Path> all = Files.walk(Path.of(tree))) {
                all.filter(file -> file.toString().matches(".*\\.(java|jte)")).forEach(files::add);
            }
        }
        return files;
    }

    private static Set<String> keys(String language) throws IOException {
        var keys = new TreeSet<String>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_" + language + ".properties")) {
            var properties = new Properties();
            try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                properties.load(in);
            }
            keys.addAll(properties.stringPropertyNames());
        }
        return keys;
    }
}
