package vn.thidua.bench.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.thidua.access.domain.account.AccountCommand;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.domain.account.By;
import vn.thidua.access.view.Accounts;
import vn.thidua.access.view.SignInNames;
import vn.thidua.bench.note.Notes;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.sealing.KeyRing;

/** People who have signed in at a gateway. */
final class SignedIn {

    private static final String PASSWORD = "chín con sông chảy về biển";
    private static final int EACH = 50;
    private static final Pattern FORM = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final ConfigurableApplicationContext gateway;
    private final String door;
    private final HttpClient http;

    SignedIn(ConfigurableApplicationContext gateway, String door, HttpClient http) {
        this.gateway = gateway;
        this.door = door;
        this.http = http;
    }

    /** The cookies of that many sessions; each person has some. */
    List<String> sessions(int count) throws IOException, InterruptedException {
        List<String> cookies = new ArrayList<>();
        while (cookies.size() < count) {
            String name = "can.bo." + cookies.size();
            open(name);
            for (int i = 0; i < EACH && cookies.size() < count; i++) {
                cookies.add(signIn(name));
            }
        }
        return cookies;
    }

    private void open(String name) throws InterruptedException {
        String id = Ids.fresh();
        KeyRing keys = gateway.getBean(KeyRing.class);
        String subject = SignInNames.sealedFor(id);
        String hash = String.valueOf(gateway.getBean(PasswordEncoder.class).encode(PASSWORD));
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        gateway.getBean(Commands.class)
                .send(
                        new AccountCommand.OpenAccount(
                                id,
                                null,
                                "person-" + name,
                                new AccountCommand.Name(keys.seal(subject, name), SignInNames.index(keys, name)),
                                new AccountCommand.Password(keys.seal(subject, hash), false),
                                List.of(new AccountCommand.NewRole(
                                        Ids.fresh(), AccountRole.OFFICER, NotesService.OneUnit.ID, today, null)),
                                By.SYSTEM,
                                today),
                        Notes.act());
        for (int tries = 0; gateway.getBean(Accounts.class).named(name).isEmpty(); tries++) {
            if (tries > 600) {
                throw new IllegalStateException("an account is not known");
            }
            Thread.sleep(50);
        }
    }

    private String signIn(String name) throws IOException, InterruptedException {
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(URI.create(door + "/login")).build(), HttpResponse.BodyHandlers.ofString());
        Matcher token = FORM.matcher(page.body());
        if (!token.find()) {
            throw new IllegalStateException("the page has no form");
        }
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(door + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookies(page))
                        .POST(HttpRequest.BodyPublishers.ofString("next=%2F&name=" + name + "&password="
                                + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8) + "&_csrf="
                                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("a sign-in was answered with " + answer.statusCode());
        }
        return cookies(answer);
    }

    private static String cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }
}
