package vn.giaouoc.covenant;

/** The ground with the written authority: document (number and date) and scope are required for TUQ, possible for KT. */
public record SignerGround(Ground ground, String document, String scope) {
}
