package bd.cleancare.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bd.cleancare.platform.limits.LimitsOn;
import bd.cleancare.platform.storage.BlobStore;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Ids;
import bd.cleancare.testing.AppTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From an upload that is nobody's to a photo that is kept, or gone. */
@AppTest
class PhotosTest {

    private static final byte[] JPEG = TestPhotos.jpeg(200, 150);

    private final UUID owner = Ids.next();

    @Autowired
    private Photos photos;
    @Autowired
    private PhotoStore store;
    @Autowired
    private PhotoFiles files;
    @Autowired
    private PhotoSweep sweep;
    @Autowired
    private Darkroom darkroom;
    @Autowired
    private BlobStore blobs;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private DataSource database;
    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aPhotoIsNobodysUntilATransactionKeepsIt() {
        UUID id = prepared();
        assertThat(state(id)).isEqualTo("pending");

        inTransaction(() -> photos.keep(List.of(id), owner));

        assertThat(state(id)).isEqualTo("kept");
        assertThat(stored(id)).isTrue();
        assertThat(Path.of("target/test-data/files", Rendition.FULL.blob(key(id)))).as("below the data directory").exists();
    }

    @Test
    void whatTheTransactionTakesBackIsNotKept() {
        UUID id = prepared();
        assertThatThrownBy(() -> inTransaction(() -> {
            photos.keep(List.of(id), owner);
            throw new IllegalStateException("the complaint could not be written");
        })).hasMessageContaining("complaint");
        assertThat(state(id)).isEqualTo("pending");
    }

    @Test
    void onlyOnesOwnPhotosCanBeKeptAndOnlyOnce() {
        UUID id = prepared();
        UUID other = prepared();
        assertRefusedAsGone(List.of(id), Ids.next());
        inTransaction(() -> photos.keep(List.of(id), owner));
        assertRefusedAsGone(List.of(id), owner);
        assertRefusedAsGone(List.of(other, id), owner);
        assertThat(state(other)).as("all or nothing").isEqualTo("pending");
    }

    @Test
    void oneBadPhotoLeavesNoneOfTheSet() {
        var outcome = photos.prepare(List.of(TestPhotos.upload("a.jpg", JPEG), TestPhotos.upload("b.jpg", "no photo".getBytes())), owner);
        assertThat(outcome).isEqualTo(new PreparedPhotos.Refused(PhotoRefusal.NOT_A_PHOTO, "b.jpg"));
        assertThat(jdbc.sql("SELECT count(*) FROM media WHERE owner_id = ? AND state <> 'discarded'").param(owner).query(Integer.class).single()).isZero();
    }

    @Test
    void preparingInsideATransactionIsAProgrammingError() {
        assertThatThrownBy(() -> inTransaction(() -> photos.prepare(List.of(), owner))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> photos.keep(List.of(), owner)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theSweepTakesStalePendingPhotosAndDiscardedOnesAndNothingElse() {
        UUID fresh = prepared();
        UUID stale = prepared();
        UUID kept = prepared();
        UUID discarded = prepared();
        inTransaction(() -> photos.keep(List.of(kept, discarded), owner));
        photos.discard(List.of(discarded));
        jdbc.sql("UPDATE media SET created_at = now() - interval '61 minutes' WHERE id = ANY(?)").param(new UUID[] {stale, kept}).update();
        var keys = new ArrayList<>(List.of(key(stale), key(discarded)));

        sweep.run();

        assertThat(state(fresh)).isEqualTo("pending");
        assertThat(state(kept)).isEqualTo("kept");
        assertThat(stored(fresh) && stored(kept)).isTrue();
        assertThat(jdbc.sql("SELECT count(*) FROM media WHERE id = ANY(?)").param(new UUID[] {stale, discarded}).query(Integer.class).single()).isZero();
        assertThat(keys).allSatisfy(key -> {
            assertThat(blobs.exists(Rendition.FULL.blob(key))).isFalse();
            assertThat(blobs.exists(Rendition.THUMBNAIL.blob(key))).isFalse();
        });
    }

    /** As after {@code kill -9} between the row and its files. */
    @Test
    void aRowWithoutFilesIsSweptToo() {
        var nothing = new PhotoStore.Picture(1, new byte[32]);
        var row = new PhotoStore.Row(Ids.next(), "photos/00/" + Ids.next(), nothing, nothing);
        store.addPending(row, owner, 1, 1);
        jdbc.sql("UPDATE media SET created_at = now() - interval '2 hours' WHERE id = ?").param(row.id()).update();
        sweep.run();
        assertThat(jdbc.sql("SELECT count(*) FROM media WHERE id = ?").param(row.id()).query(Integer.class).single()).isZero();
    }

    @Test
    void anAccountHasItsQuotaForTheDay() {
        var limited = new Photos(darkroom, store, files, LimitsOn.in(database), TestSettings.with(Map.of("daily-quota", JPEG.length * 2 + 1 + "B")));
        var one = List.of(TestPhotos.upload("a.jpg", JPEG));
        limited.prepare(one, owner);
        limited.prepare(one, owner);
        assertThatThrownBy(() -> limited.prepare(one, owner)).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(429));
        assertThat(limited.prepare(one, Ids.next())).isInstanceOf(PreparedPhotos.Accepted.class);
    }

    private UUID prepared() {
        return ((PreparedPhotos.Accepted) photos.prepare(List.of(TestPhotos.upload("a.jpg", JPEG)), owner)).ids().getFirst();
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
    }

    private void assertRefusedAsGone(List<UUID> ids, UUID by) {
        assertThatThrownBy(() -> inTransaction(() -> photos.keep(ids, by)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
    }

    private String state(UUID id) {
        return jdbc.sql("SELECT state FROM media WHERE id = ?").param(id).query(String.class).single();
    }

    private String key(UUID id) {
        return jdbc.sql("SELECT blob_key FROM media WHERE id = ?").param(id).query(String.class).single();
    }

    private boolean stored(UUID id) {
        return blobs.exists(Rendition.FULL.blob(key(id))) && blobs.exists(Rendition.THUMBNAIL.blob(key(id)));
    }
}
