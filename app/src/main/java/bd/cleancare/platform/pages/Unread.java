package bd.cleancare.platform.pages;

import java.util.UUID;

/** The number beside the bell, which every page of a signed-in person shows: it must cost next to nothing. */
public interface Unread {

    /** More is shown as "so many and more". */
    int MOST = 99;

    /** At most one more than {@link #MOST}. */
    int of(UUID person);
}
