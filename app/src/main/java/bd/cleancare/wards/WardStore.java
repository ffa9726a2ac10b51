package bd.cleancare.wards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class WardStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    WardStore(JdbcClient db) {
        this.db = db;
    }

    long version() {
        return db.sql("SELECT version FROM ward_map").query(Long.class).single();
    }

    List<WardShape> shapes() {
        return db.sql("SELECT number, name_bn, name_en, zone, geometry FROM wards").query(WardStore::shape).list();
    }

    /** The row of the version is locked first, so that two imports at once follow each other. */
    void replaceAll(List<WardShape> shapes) {
        db.sql("UPDATE ward_map SET version = version + 1, imported_at = now()").update();
        db.sql("DELETE FROM wards").update();
        shapes.forEach(this::insert);
    }

    private void insert(WardShape shape) {
        Envelope box = shape.area().getEnvelopeInternal();
        db.sql("""
                INSERT INTO wards (number, name_bn, name_en, zone, geometry, west, south, east, north)
                VALUES (?, ?, ?, ?, ?::json, ?, ?, ?, ?)
                """)
                .params(shape.ward().number(), shape.ward().nameBn(), shape.ward().nameEn(), shape.ward().zone(), shape.geoJson(),
                        box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())
                .update();
    }

    private static WardShape shape(ResultSet row, int number) throws SQLException {
        String geoJson = row.getString(5);
        try {
            return new WardShape(new Ward(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                    GeoJson.area(JSON.readTree(geoJson)), geoJson);
        } catch (GeoJson.Faulty faulty) {
            throw new IllegalStateException("Ward " + row.getString(1) + " was stored with an area that cannot be read: " + faulty.getMessage());
        }
    }
}
