package vn.giaouoc.campaign;

import jakarta.persistence.Embeddable;

/** A subject without an account for which a commune answers. */
@Embeddable
public record CoveredSubject(String name, String note) {
}
