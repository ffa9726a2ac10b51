package bd.cleancare.platform.settings;

import java.util.List;

/** Something an installation must not run without; a bean of this type is asked at the start of the prod profile. */
public interface ProdRequirement {

    /** What is wrong, each in one line an operator can act on; empty when all is well. Never a secret. */
    List<String> violations();
}
