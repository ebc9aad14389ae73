package vn.giaouoc.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A step each request takes after sign-in and authorization, in the order of {@code @Order}. */
public interface BehindLogin {

    /** Goes on with {@code rest}, or answers the request itself. */
    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain rest) throws IOException, ServletException;
}
