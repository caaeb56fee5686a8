--liquibase formatted sql

--changeset tocsin:rule-where
-- what a rule watches beside crises; where nothing is named, every crisis and every country that lies in none
alter table rule_version add column countries text[] not null default '{}',
    add column every_country boolean not null default false,
    add constraint rule_version_every_country check (not every_country or countries = '{}');
alter table rule_version alter column countries drop default, alter column every_country drop default;
comment on column rule_version.countries is 'those the rule lists, and those inside its regions when it was saved';
comment on column rule_version.every_country is 'each country is a scope of its own, also one that lies in a crisis';
-- Without its countries a rule would watch everything: it leaves force, and its definition is left as it can be read then.
--rollback update rule_version set known_to = greatest(now(), known_from + interval '1 microsecond') where known_to is null and (countries <> '{}' or every_country);
--rollback update rule_version set definition = definition - 'countries' - 'regions' - 'everyCountry' where countries <> '{}' or every_country;
--rollback alter table rule_version drop column countries, drop column every_country;
