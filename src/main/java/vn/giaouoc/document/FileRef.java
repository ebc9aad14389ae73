package vn.giaouoc.document;

import java.util.UUID;

/** A file as a form or a request names it: uploaded before, bound when the form is completed. The name is only shown. */
public record FileRef(UUID id, String name) {
}
