/**
 * Electronic confirmation: canonical content and its digest, the chain of signed entries with its anchor outside the
 * database, re-authentication, published digests and their verify page, signatures made outside. Knows no business case.
 */
package vn.giaouoc.signature;
