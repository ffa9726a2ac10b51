package bd.cleancare.complaints;

import bd.cleancare.media.PreparedPhotos;

/** What became of a complaint that somebody filed. */
public sealed interface Filing {

    record Filed(Complaint complaint) implements Filing {
    }

    /** The same request came before under the same key, and this is what it filed. */
    record Replayed(Complaint complaint) implements Filing {
    }

    /** The key was used before for something else. */
    record KeyReused() implements Filing {
    }

    record PhotosRefused(PreparedPhotos.Refused why) implements Filing {
    }
}
