package bd.cleancare.authentication.web;

/** An answer that only says something. */
record Said(String message) {
}
