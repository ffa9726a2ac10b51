package bd.cleancare.console;

import bd.cleancare.complaints.Category;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers staff give often, in both languages, for one category or for all. */
@Component
public class ResponseTemplates {

    public static final int LONGEST_TITLE = 120;

    /** @param category null for every category; id null before it is saved */
    public record Template(UUID id, Category category, String titleBn, String titleEn, String bodyBn, String bodyEn, int version) {

        public String body(Language language) {
            return language == Language.BANGLA ? bodyBn : bodyEn;
        }
    }

    private static final String ALL = "SELECT id, category, title_bn, title_en, body_bn, body_en, version FROM response_templates ";

    private final JdbcClient db;

    ResponseTemplates(JdbcClient db) {
        this.db = db;
    }

    public List<Template> all() {
        return db.sql(ALL + "ORDER BY category NULLS FIRST, lower(title_bn), id").query(ResponseTemplates::template).list();
    }

    public List<Template> of(Category category) {
        return db.sql(ALL + "WHERE category IS NULL OR category = ? ORDER BY category NULLS LAST, lower(title_bn), id").param(category.code())
                .query(ResponseTemplates::template).list();
    }

    public Optional<Template> find(UUID id) {
        return id == null ? Optional.empty() : db.sql(ALL + "WHERE id = ?").param(id).query(ResponseTemplates::template).optional();
    }

    public void add(Template template, Viewer viewer) {
        db.sql("INSERT INTO response_templates (id, category, title_bn, title_en, body_bn, body_en, updated_by) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(Ids.next(), code(template), template.titleBn(), template.titleEn(), template.bodyBn(), template.bodyEn(), viewer.id()).update();
    }

    /** @return whether it still was the version the editor had seen */
    public boolean change(Template template, Viewer viewer) {
        return db.sql("""
                UPDATE response_templates SET category = ?, title_bn = ?, title_en = ?, body_bn = ?, body_en = ?, updated_by = ?, updated_at = now(),
                    version = version + 1
                WHERE id = ? AND version = ?
                """).params(code(template), template.titleBn(), template.titleEn(), template.bodyBn(), template.bodyEn(), viewer.id(), template.id(),
                        template.version()).update() == 1;
    }

    public void delete(UUID id) {
        db.sql("DELETE FROM response_templates WHERE id = ?").param(id).update();
    }

    private static Short code(Template template) {
        return template.category() == null ? null : template.category().code();
    }

    private static Template template(ResultSet row, int number) throws SQLException {
        int category = row.getInt(2);
        return new Template(row.getObject(1, UUID.class), category == 0 ? null : Category.ofCode(category), row.getString(3), row.getString(4),
                row.getString(5), row.getString(6), row.getInt(7));
    }
}
