package bd.cleancare.authentication;

import bd.cleancare.platform.web.Problem;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id on a few threads of its own: memory stays bounded however many log in at once, and because a hash is pure computation,
 * which a virtual thread would not give way in, other requests keep their turn. Never call it inside a database transaction.
 */
@Component
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** More than this many waiting means minutes of delay: say "busy" instead. */
    private static final int LONGEST_QUEUE = 500;

    private final Argon2PasswordEncoder encoder;
    private final ThreadPoolExecutor threads;
    /** What is compared where there is no account; made soon after the start, when the first requests have their answers, or when it is first needed. */
    private final FutureTask<String> nobody;

    Passwords(PasswordSettings settings) {
        int parallel = settings.parallel() > 0 ? settings.parallel() : Runtime.getRuntime().availableProcessors();
        encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, settings.memoryKib(), settings.iterations());
        threads = new ThreadPoolExecutor(parallel, parallel, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(LONGEST_QUEUE),
                Thread.ofPlatform().daemon().name("password-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        nobody = new FutureTask<>(() -> encoder.encode("nobody"));
    }

    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS, threads).execute(nobody);
    }

    public String hash(String password) {
        return run(() -> encoder.encode(password));
    }

    /** @param hash null where there is no account or no password: as slow, and false */
    public boolean matches(String password, String hash) {
        return run(() -> encoder.matches(password, hash == null ? nobodysHash() : hash)) && hash != null;
    }

    private String nobodysHash() throws ExecutionException, InterruptedException {
        nobody.run();
        return nobody.get();
    }

    /** Whether a hash was made at another cost than today's. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T run(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (RejectedExecutionException _) {
            throw Problem.detail(503, "unavailable");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Problem.detail(503, "unavailable");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
