package vn.thidua.plan.domain.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import vn.thidua.platform.values.RejectedException;

/**
 * Acts that touch a plan and more: its number, another plan. All of an act is one commit; the plan's event comes
 * first: the answer names it. Plans are opened in order of id, then the number. Only the links of a draft are not
 * known before it is open; if two acts wait for each other because of that, one of them is tried again.
 */
public final class PlanActs {

    private final Repository<Plan> plans;
    private final Repository<PlanNumber> numbers;

    public PlanActs(Repository<Plan> plans, Repository<PlanNumber> numbers) {
        this.plans = plans;
        this.numbers = numbers;
    }

    @CommandHandler
    public void issue(PlanCommand.IssuePlan command) {
        Opened act = new Opened();
        Aggregate<Plan> plan = act.plan(command.plan());
        plan.execute(draft -> draft.mustBeReady(command.today()));
        List<CitedDocument> cited = plan.invoke(Plan::implementsDocuments);
        act.mustLink(command.plan(), cited, Set.of());
        String unit = plan.invoke(Plan::unit);
        String number = plan.invoke(Plan::number);
        int year = plan.<LocalDate>invoke(Plan::issueDate).getYear();
        Aggregate<PlanNumber> reservation = reservation(PlanNumber.idOf(unit, year, number));
        // the plan's event comes first
        plan.execute(Plan::issue);
        reservation.execute(free -> free.take(unit, year, number, command.plan()));
    }

    @CommandHandler
    public void amend(PlanCommand.AmendPlan command) {
        Opened act = new Opened();
        Set<String> named = command.details().linked();
        act.open(command.plan(), named);
        Aggregate<Plan> plan = act.plan(command.plan());
        Set<String> linked = plan.invoke(Plan::links);
        plan.execute(issued -> issued.amend(command));
        act.mustLink(command.plan(), command.details().implementsDocuments(), linked);
    }

    @CommandHandler
    public void supersede(PlanCommand.SupersedePlan command) {
        Opened act = new Opened();
        String by = command.by().plan();
        act.open(command.plan(), by == null ? Set.of() : Set.of(by));
        Aggregate<Plan> plan = act.plan(command.plan());
        plan.execute(issued -> issued.supersede(command));
        if (by != null) {
            if (by.equals(command.plan())) {
                throw new RejectedException(new PlanRejection.SamePlan("by.plan"));
            }
            if (!act.issued(by, "by.plan").<Boolean>invoke(Plan::holds)) {
                throw new RejectedException(new PlanRejection.PlanHasEnded("by.plan"));
            }
        }
    }

    @CommandHandler
    public void link(PlanCommand.LinkPlan command) {
        Opened act = new Opened();
        String above = command.above();
        act.open(command.plan(), above == null ? Set.of() : Set.of(above));
        Aggregate<Plan> plan = act.plan(command.plan());
        plan.execute(linked -> linked.link(command.index(), above));
        if (above != null) {
            act.mustStandAbove(command.plan(), above, "above");
        }
    }

    private Aggregate<PlanNumber> reservation(String id) {
        try {
            return numbers.loadOrCreate(id, PlanNumber::new);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a number begins without checked exceptions", e);
        }
    }

    /** The plans that one act has opened. What is refused after an event was applied takes the event along. */
    private final class Opened {

        private final Map<String, Aggregate<Plan>> open = new HashMap<>();

        /** In order of id, so that two acts cannot wait for each other. */
        void open(String plan, Collection<String> others) {
            Set<String> ids = new TreeSet<>(others);
            ids.add(plan);
            for (String id : ids) {
                try {
                    open.put(id, plans.load(id));
                } catch (AggregateNotFoundException e) {
                    if (id.equals(plan)) {
                        throw e;
                    }
                    // whoever needs it will say which field named it
                }
            }
        }

        Aggregate<Plan> plan(String id) {
            Aggregate<Plan> known = open.get(id);
            if (known != null) {
                return known;
            }
            Aggregate<Plan> loaded = plans.load(id);
            open.put(id, loaded);
            return loaded;
        }

        /** A draft is no more there than what does not exist: nobody learns of it here. */
        Aggregate<Plan> issued(String id, String field) {
            try {
                Aggregate<Plan> plan = plan(id);
                if (plan.<Boolean>invoke(Plan::wasIssued)) {
                    return plan;
                }
            } catch (AggregateNotFoundException _) {
                // the same answer
            }
            throw new RejectedException(new PlanRejection.NoSuchPlan(field));
        }

        /** @param known links that stand already */
        void mustLink(String plan, List<CitedDocument> cited, Set<String> known) {
            for (int i = 0; i < cited.size(); i++) {
                String above = cited.get(i).plan();
                if (above != null && !known.contains(above)) {
                    mustStandAbove(plan, above, "implementsDocuments[" + i + "].plan");
                }
            }
        }

        /** One that has ended may be linked too: what was issued under it stays under it. */
        void mustStandAbove(String plan, String above, String field) {
            if (above.equals(plan)) {
                throw new RejectedException(new PlanRejection.SamePlan(field));
            }
            if (issued(above, field).<Set<String>>invoke(Plan::links).contains(plan)) {
                throw new RejectedException(new PlanRejection.CircleClosed(field));
            }
        }
    }
}
