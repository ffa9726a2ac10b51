package bd.cleancare.authentication;

import bd.cleancare.platform.crypto.Secrets;
import bd.cleancare.shared.Ids;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Signs and verifies our tokens, HS256 and nothing else. A token whose header asks for a key, a curve, a URL or an extension is
 * not ours and is refused before its signature is looked at.
 */
@Component
class TokenSigner {

    enum Type {
        ACCESS, REFRESH;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Claims(UUID user, UUID session, UUID id, Instant issuedAt, Instant expiresAt) {
    }

    private static final String AUDIENCE = "cleancare";
    private static final int LONGEST = 4096;
    private static final Set<String> HEADER_MEMBERS = Set.of("alg", "typ");
    private static final JWSHeader HEADER = new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();

    private final JWSSigner signer;
    private final JWSVerifier verifier;
    private final Clock clock;

    TokenSigner(Secrets secrets, Clock clock) throws JOSEException {
        this.signer = new MACSigner(secrets.tokenKey());
        this.verifier = new MACVerifier(secrets.tokenKey());
        this.clock = clock;
    }

    String sign(Type type, Claims claims) {
        var token = new SignedJWT(HEADER, new JWTClaimsSet.Builder()
                .subject(claims.user().toString())
                .audience(AUDIENCE)
                .jwtID(claims.id().toString())
                .issueTime(Date.from(claims.issuedAt()))
                .expirationTime(Date.from(claims.expiresAt()))
                .claim("sid", claims.session().toString())
                .claim("token_type", type.word())
                .build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** Empty for whatever is not a token of this type that we signed and that has not expired; never says why. */
    Optional<Claims> verify(Type type, String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            JWSHeader header = parsed.getHeader();
            boolean signedByUs = JWSAlgorithm.HS256.equals(header.getAlgorithm()) && HEADER_MEMBERS.containsAll(header.getIncludedParams())
                    && parsed.verify(verifier);
            return signedByUs ? claims(type, parsed.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<Claims> claims(Type type, JWTClaimsSet set) throws ParseException {
        boolean ours = type.word().equals(set.getStringClaim("token_type")) && List.of(AUDIENCE).equals(set.getAudience())
                && set.getSubject() != null && set.getStringClaim("sid") != null && set.getJWTID() != null && set.getIssueTime() != null;
        if (!ours || set.getExpirationTime() == null || !set.getExpirationTime().toInstant().isAfter(clock.instant())) {
            return Optional.empty();
        }
        UUID user = Ids.parse(set.getSubject());
        UUID session = Ids.parse(set.getStringClaim("sid"));
        UUID id = Ids.parse(set.getJWTID());
        return user == null || session == null || id == null ? Optional.empty()
                : Optional.of(new Claims(user, session, id, set.getIssueTime().toInstant(), set.getExpirationTime().toInstant()));
    }
}
