package bd.cleancare.benchmarks;

import java.security.SecureRandom;
import java.util.Base64;

/** A super admin of the benchmark's city, signed in for the API and for pages. */
record AdminSession(String token, String cookie) {

    private static final String PHONE = "+8801922222222";

    static AdminSession of(Stage stage) throws Exception {
        String token = new Api(stage.port()).register(PHONE);
        stage.execute("UPDATE users SET role = 'super_admin' WHERE phone = '" + PHONE + "'");
        String cookie = openForPages(stage);
        Thread.sleep(5_000); // until every snapshot of the session knows the new role
        return new AdminSession(token, cookie);
    }

    /** As signing in on a page would open it. */
    private static String openForPages(Stage stage) throws Exception {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        stage.execute("INSERT INTO sessions (id, user_id, device, cookie_hash, expires_at) SELECT uuidv7(), id, 'benchmark', sha256('" + cookie
                + "'), now() + interval '1 day' FROM users WHERE phone = '" + PHONE + "'");
        return cookie;
    }
}
