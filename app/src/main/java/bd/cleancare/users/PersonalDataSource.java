package bd.cleancare.users;

import java.util.UUID;

/** What a module keeps about a person; a bean of this type makes it part of the person's export. */
public interface PersonalDataSource {

    /** The member of the export it becomes, such as {@code complaints}. */
    String section();

    /** Anything that JSON can hold. */
    Object of(UUID userId);
}
