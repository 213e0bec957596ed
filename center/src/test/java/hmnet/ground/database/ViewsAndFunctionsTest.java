package hmnet.ground.database;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.Centre;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// One file is today's truth for a view or a function (ビューと関数): its `R__….sql`, which runs again when it changes.
class ViewsAndFunctionsTest extends Centre {
    private static final Pattern MADE = Pattern.compile("create or replace (view|function) (\\w+)");
    private static final String DEFINITIONS = """
            select 'view ' || c.relname as name, pg_get_viewdef(c.oid) || coalesce(c.reloptions::text, '')
                   || coalesce(obj_description(c.oid), '') || coalesce(c.relacl::text, '') as text
              from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
            union all
            select 'function ' || p.proname, pg_get_functiondef(p.oid)
                   || coalesce(obj_description(p.oid), '') || coalesce(p.proacl::text, '')
              from pg_proc p where p.pronamespace = 'public'::regnamespace
             order by name""";

    private static final String DATABASE = "views_and_functions";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Flyway flyway;

    private JdbcTemplate elsewhere = new JdbcTemplate();

    @BeforeEach
    void anotherDatabase() {
        administrator().execute("create database " + DATABASE + " owner " + accounts.ownerUser());
        elsewhere = owner(DATABASE);
    }

    @AfterEach
    void itIsGone() {
        administrator().execute("drop database " + DATABASE + " with (force)");
    }

    @Test
    void eachIsMadeByExactlyOneFile() throws IOException {
        assertThat(made()).containsExactlyElementsOf(definitions(owner("hmnet")).keySet());
    }

    @Test
    void aDatabaseThatKnewOnlyVersionsBecomesLikeANewOne() {
        migration()
                .repeatableSqlMigrationPrefix("none")
                .validateMigrationNaming(false)
                .load()
                .migrate();
        migration().load().migrate();
        assertThat(definitions(elsewhere)).isEqualTo(definitions(owner("hmnet")));
    }

    @Test
    void theFilesAloneMakeThemInFlywaysOrder() {
        migration().load().migrate();
        var before = definitions(elsewhere);
        before.keySet().forEach(one -> elsewhere.execute("drop " + one.replaceFirst(" ", " if exists ") + " cascade"));
        elsewhere.update("delete from flyway_schema_history where version is null and type = 'SQL'");
        migration().load().migrate();
        assertThat(definitions(elsewhere)).isEqualTo(before);
    }

    private static List<String> made() throws IOException {
        var made = new ArrayList<String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:hmnet/**/R__*.sql")) {
            MADE.matcher(file.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .forEach(found -> made.add(found.group(1) + " " + found.group(2)));
        }
        return made.stream().sorted().toList();
    }

    private static Map<String, String> definitions(JdbcTemplate database) {
        var definitions = new TreeMap<String, String>();
        database.query(DEFINITIONS, row -> {
            definitions.merge(row.getString("name"), row.getString("text"), String::concat);
        });
        return definitions;
    }

    private FluentConfiguration migration() {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(url(DATABASE), accounts.ownerUser(), accounts.ownerPassword());
    }

    private JdbcTemplate owner(String database) {
        return new JdbcTemplate(
                new DriverManagerDataSource(url(database), accounts.ownerUser(), accounts.ownerPassword()));
    }

    private JdbcTemplate administrator() {
        return new JdbcTemplate(
                new DriverManagerDataSource(url("postgres"), "postgres", accounts.administratorPassword()));
    }

    private String url(String database) {
        return accounts.url().replaceFirst("/hmnet$", "/" + database);
    }
}
