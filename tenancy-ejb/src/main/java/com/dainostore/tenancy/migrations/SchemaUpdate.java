package com.dainostore.tenancy.migrations;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Runs Liquibase on one database. Each run has a thread of its own, because Liquibase keeps its scope in an inheritable
 * thread local that would outlive the application otherwise; one runs at a time on a node.
 */
@ApplicationScoped
public class SchemaUpdate {
    /** Kept so that its level is not forgotten: Liquibase reports every changeset otherwise. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    @Resource
    ManagedThreadFactory threads;

    /**
     * Applies what is missing.
     *
     * @param bookkeeping the schema that holds Liquibase's own tables
     * @throws SchemaUpdateException with the first change that failed; what came before it stays applied
     */
    public synchronized void apply(Changelog changelog, Connection connection, String bookkeeping) {
        LIQUIBASE.setLevel(Level.WARNING);
        FutureTask<Void> update = new FutureTask<>(() -> {
            Scope.child(
                    Map.of(
                            Scope.Attr.resourceAccessor.name(),
                            new ClassLoaderResourceAccessor(SchemaUpdate.class.getClassLoader()),
                            Scope.Attr.ui.name(),
                            new LoggerUIService()),
                    () -> update(changelog, connection, bookkeeping));
            return null;
        });
        threads.newThread(update).start();
        try {
            update.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SchemaUpdateException(changelog, e);
        } catch (ExecutionException e) {
            throw new SchemaUpdateException(changelog, e.getCause() == null ? e : e.getCause());
        }
    }

    private static void update(Changelog changelog, Connection connection, String bookkeeping) throws Exception {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        database.setLiquibaseSchemaName(bookkeeping);
        new CommandScope(UpdateCommandStep.COMMAND_NAME)
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog.path())
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                .execute();
    }
}
