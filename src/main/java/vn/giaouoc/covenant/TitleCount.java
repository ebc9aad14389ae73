package vn.giaouoc.covenant;

import java.math.BigDecimal;

/** A registered title. @param title code in the catalogue of titles @param count people, or collectives */
public record TitleCount(String title, BigDecimal count) {
}
