package vn.thidua.platform.hosting;

import com.mongodb.client.model.Filters;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.ledger.AccountCommand;
import vn.thidua.platform.ledger.Ledger;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.command.CommandAnswers;
import vn.thidua.platform.web.command.CommandRequest;
import vn.thidua.platform.web.read.Answers;

/** The invented ledger over HTTP. */
@RestController
@RequestMapping("/api/v1/ledger/accounts")
class LedgerApi {

    private final ContextRuntime ledger;

    LedgerApi(Contexts contexts) {
        this.ledger = contexts.get("ledger");
    }

    record Open(@NotBlank String name, @NotBlank String unit) {}

    record Money(long amount) {}

    record Account(String id, long version) {}

    @PostMapping
    @Access(relation = Relation.NAMED_UNIT, roles = Role.OFFICER)
    ResponseEntity<CommandAnswers.Made> open(@RequestBody Open body, Scope scope, CommandRequest request) {
        scope.requireNamed(body.unit());
        var command = new AccountCommand.OpenAccount(
                Ids.fresh(), body.name(), Ledger.nameId(body.name()), LocalDate.of(2026, 1, 1));
        return CommandAnswers.created(request, request.send(ledger.commands(), command));
    }

    @PostMapping("/{id}/deposits")
    @Access(relation = Relation.ROLE, roles = Role.OFFICER)
    ResponseEntity<Void> deposit(@PathVariable String id, @RequestBody Money body, CommandRequest request) {
        return CommandAnswers.changed(
                request, request.send(ledger.commands(), new AccountCommand.Deposit(id, body.amount())));
    }

    @GetMapping("/{id}")
    @Access(relation = Relation.ROLE, roles = Role.OFFICER)
    ResponseEntity<Account> account(@PathVariable String id) {
        @Nullable
        Document row = ledger.views()
                .store()
                .collection("accounts")
                .find(Filters.eq("_id", id))
                .first();
        if (row == null) {
            throw UnknownResourceException.unknown();
        }
        return Answers.versioned(row.getLong("version"), new Account(id, row.getLong("version")));
    }
}
