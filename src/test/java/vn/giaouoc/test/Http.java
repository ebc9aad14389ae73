package vn.giaouoc.test;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A caller over HTTP: nobody, a person with a session, or a program with Basic. */
public final class Http {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;
    private final String authorization;

    private Http(int port, String authorization) {
        this.base = "http://localhost:" + port;
        this.authorization = authorization;
    }

    public static Http anonymous(int port) {
        return new Http(port, null);
    }

    public static Http basic(int port, String user, String password) {
        return new Http(port, "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    /** Signs in on the login page, as a browser does. */
    public static Http session(int port, String user) {
        return session(port, user, "trial");
    }

    /** The same for somebody whose password is not that of the trial's accounts. */
    public static Http session(int port, String user, String password) {
        Http http = new Http(port, null);
        HttpResponse<String> answer = http.login(user, password);
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/")) {
            throw new AssertionError("Sign-in of " + user + " failed: " + answer.headers().firstValue("Location"));
        }
        http.send("GET", "/camunda/app/tasklist/default/", null); // hands out Camunda's own token
        return http;
    }

    /** Posts the login form with the token of the page. */
    public HttpResponse<String> login(String user, String password) {
        Matcher token = TOKEN.matcher(send("GET", "/login", null).body());
        if (!token.find()) {
            throw new AssertionError("No token on the login page");
        }
        String form = "username=" + encode(user) + "&password=" + encode(password) + "&_csrf=" + encode(token.group(1));
        return exchange(request("/login").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Sends JSON (or nothing) with the tokens the web applications and our forms send. */
    public HttpResponse<String> send(String method, String path, String json) {
        return sendAccepting("application/json, */*", method, path, json);
    }

    /** The same, asking for another form of the answer. */
    public HttpResponse<String> sendAccepting(String accept, String method, String path, String json) {
        HttpRequest.Builder request = request(path).header("Accept", accept);
        cookie("XSRF-TOKEN").ifPresent(value -> request.header("X-XSRF-TOKEN", value));
        cookie("GU-XSRF").ifPresent(value -> request.header("X-GU-XSRF", value));
        return exchange(body(request, method, json));
    }

    /** Fetches a file. @throws AssertionError no such file for this caller */
    public byte[] bytes(String path) {
        HttpResponse<byte[]> answer = exchange(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    /** Any bytes as a body of this type, with the same tokens. */
    public HttpResponse<String> sendBytes(String method, String path, String type, byte[] body) {
        HttpRequest.Builder request = request(path).header("Content-Type", type).header("Accept", "application/json, */*");
        cookie("GU-XSRF").ifPresent(value -> request.header("X-GU-XSRF", value));
        return exchange(request.method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Uploads one file with a note, as the form of a page does. */
    public HttpResponse<String> upload(String path, String fileName, byte[] content, String note) {
        String boundary = "----giao-uoc-test";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n" + note + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        HttpRequest.Builder request = request(path).header("Accept", "application/json")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary);
        cookie("GU-XSRF").ifPresent(value -> request.header("X-GU-XSRF", value));
        return exchange(request.POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head.getBytes(StandardCharsets.UTF_8), content,
                ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
    }

    /** The same without any token: a forged request. */
    public HttpResponse<String> forge(String method, String path, String json) {
        return exchange(body(request(path), method, json));
    }

    public java.util.Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue).findFirst();
    }

    /** As if the answer that brought the cookie had never arrived. */
    public void forget(String name) {
        List<HttpCookie> kept = List.copyOf(cookies.getCookieStore().getCookies());
        kept.stream().filter(cookie -> cookie.getName().equals(name)).forEach(cookie -> cookies.getCookieStore().remove(URI.create(base), cookie));
    }

    private static HttpRequest.Builder body(HttpRequest.Builder request, String method, String json) {
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        return request.method(method, json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        return exchange(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
