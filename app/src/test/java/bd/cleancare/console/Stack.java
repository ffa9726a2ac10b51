package bd.cleancare.console;

import bd.cleancare.shared.Ids;
import bd.cleancare.testing.People.Person;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Complaints in numbers, straight into the database; each set is told apart by a word of its own. */
final class Stack {

    private Stack() {
    }

    /** @param word occurs in every title and in no other complaint */
    static List<UUID> of(int number, String word, Person reporter, JdbcClient db) {
        List<UUID> ids = Stream.generate(Ids::next).limit(number).toList();
        db.sql("""
                WITH filed AS (
                    INSERT INTO complaints (id, tracking_number, user_id, title, description, category, priority, location, latitude, longitude, search_text, created_at)
                    SELECT id, 'CC20261122' || upper(substr(md5(id::text), 1, 8)), :user, :word || ' ড্রেন উপচে পড়ছে', 'তিন দিন ধরে পানি জমে আছে।', 1 + n % 6, 1 + n % 3,
                        'রোড ৪, ব্লক খ', 23.80, 90.40, lower(:word), now() - make_interval(mins => n::int)
                    FROM unnest(:ids::uuid[]) WITH ORDINALITY AS all_of (id, n)
                    RETURNING *
                )
                INSERT INTO complaint_history (complaint_id, sequence, kind, actor_id, new_status) SELECT id, version, 1, user_id, status FROM filed
                """).param("user", reporter.id()).param("word", word).param("ids", ids.stream().map(UUID::toString).toArray(String[]::new)).update();
        return ids;
    }

    /**
     * A word for a test that nothing else says, nor says as a part of its own: all are of one length. Digits would be folded by the search,
     * and a longer one would not fit a line.
     */
    static String word() {
        return "শব্দ" + Ids.next().toString().substring(24).chars().map(digit -> 'a' + Character.digit(digit, 16))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }
}
