# English. "tag value = terms"; brackets hold optional endings; see LexiconFile.

# numbers
digit 0 = zero
digit 1 = one
digit 2 = two, a couple
digit 3 = three
digit 4 = four
digit 5 = five
digit 6 = six, half a dozen
digit 7 = seven
digit 8 = eight
digit 9 = nine
digit 10 = ten
digit 11 = eleven
digit 12 = twelve, a dozen, one dozen, dozen
digit 13 = thirteen
digit 14 = fourteen
digit 15 = fifteen
digit 16 = sixteen
digit 17 = seventeen
digit 18 = eighteen
digit 19 = nineteen
digit 20 = twenty
digit 24 = two dozen
digit 36 = three dozen
digit 48 = four dozen
digit 60 = five dozen
digit 30 = thirty
digit 40 = forty
digit 50 = fifty
digit 60 = sixty
digit 70 = seventy
digit 80 = eighty
digit 90 = ninety
digit 100 = a hundred
digit 1000 = a thousand
digit 500000 = half a million
digit 1000000 = a million
digit 1500000 = one and a half million
scale 100 = hundred
scale 1000 = thousand, k
scale 100000 = lakh(s), lac(s)
scale 10000000 = crore(s)
scale 1000000 = million(s), mln, mn, m
scale 1000000000 = billion(s), bn, b
vague 24-99 = dozens, several dozen, a few dozen, many dozens, dozens and dozens
vague 40-99 = scores
vague 200-999 = hundreds, several hundred, a few hundred, many hundreds
vague 2000-9999 = thousands, several thousand, a few thousand, many thousands
vague 20000-99999 = tens of thousands, ten of thousands
vague 200000-999999 = hundreds of thousands, several hundred thousand
vague 2000000-9999999 = millions, several million, a few million
vague 20000000-99999999 = tens of millions
share 33.3 = 1/3, one third, a third, one-third
share 66.7 = 2/3, two thirds, two-thirds
share 50 = 1/2, one half, half of
share 25 = 1/4, a quarter, one quarter, one-quarter
share 75 = 3/4, three quarters, three-quarters
percent = %, percent, per cent, pct
between = between
qualifier at_least = at least, no fewer than, not less than, no less than, a minimum of, not fewer than
qualifier more_than = more than, over, above, upwards of, in excess of, just over, well over, exceeding, >, far more than, greater than
qualifier about = about, around, some, approximately, approximately :, approximately (,), roughly, ~, circa, ca., nearly about, in the region of, somewhere around
qualifier nearly = nearly, almost, close to, near, just under, nearing, approaching, just short of
qualifier up_to = up to, as many as, at most, a maximum of, as much as, no more than
qualifier fewer_than = fewer than, less than, under, below, not more than
qualifier estimated = estimates that, estimated that, an estimated, estimated, estimated at, is estimated to be, were estimated at, reportedly estimated
qualifier = a total of, a combined, an additional, another, only, a further, further, reportedly, the, all, a record, a whopping, a staggering, combined, total of, an average of
qualified at_least = or more, +, plus
qualified about = or so, -odd
currency USD = us $, usd, usd $, u.s. $, $, us dollar(s), u.s. dollar(s), american dollars, dollar(s), usd dollars
currency EUR = eur, €, euro(s)
currency GBP = gbp, £, pound(s), pounds sterling
currency CHF = chf, sfr, swiss franc(s)
currency KES = kes, ksh, sh, kenyan shillings
currency INR = inr, rs, rs., rupees, ₹
currency CNY = yuan, rmb, cny
currency JPY = yen, ¥, jpy
currency PHP = peso(s), php
currency NGN = naira, ngn
currency XXX = rubles, roubles, dinar(s), lira, taka, shillings, riyals, hryvnia, kyat

# grammar
det = the, a, an, its, their, his, her, these, those, this, our, any, each, both, all
of = of
to = to
from = from
in = in, at, across, inside, within, near, throughout, on, around, outside, along
prep = by, for, with, since, after, before, during, into, onto, under, between, among, amid, as, against, following, over, through, towards, toward, per, about,
  due to, because of, as a result of, until, till, up, out, off, between, without, via, besides, despite, upon, beyond
and = and, &, as well as, while, whereas, plus, along with
or = or
rel = who, that, which, whom, where, when, whose
adv = still, also, already, now, so far, currently, reportedly, internally, forcibly, mostly, mainly, recently, then, later, since, subsequently, confirmed,
  seriously, severely, critically, badly, slightly, again, even, just, only, yet, to date, ever, once, believed, thought, presumed, temporarily, directly,
  indirectly, instantly, immediately, gravely, lightly, officially, initially, estimated, most, all, been, feared, largely, partially, predominantly,
  known, found, confirmed as, confirmed to, said to, reported to, reported as, reported, listed as, declared, left, more, together, alone, worldwide, globally, nationwide, overall, elsewhere, safely, tragically,
  voluntarily, spontaneously, today, yesterday, overnight, dead or, verified
new = newly, new, additional, fresh, freshly
other noun = others
other = other, more, another
incl = including, included, of whom, of which, among them, among whom, of them, among those, of those, amongst them, of these, half of them, among the dead, among the victims, including at least
aux = was, were, is, are, be, been, being, am, became, become, remain, remained, remains, got, get, getting, left, stay, stayed, reported, listed as, 're, 's been
have = have, has, had, having, 've
modal = could, would, might, may, should, can, cannot, shall, will, must
hypo = expected to, likely to, at risk, at risk of, risk being, risks being, risk of, threaten(s,ed,ing) to, threatening, potentially, projected to, predicted to,
  forecast to, plan(s,ned) to, planning to, set to, if, unless, in case, intend(s) to, aim(s) to, able to, hypothetical, scenario, worst case, anticipated to, expect(s,ing), projected, feared to be,
  going to, about to, vulnerable to, prepare to, preparing to, threat of, fear(s) of, fears that, were to, needs to be, need to be, fear it could, ready to, warn(ed,s) could, capacity, potential
neg = not, no, never, without, none, neither, nor, n't, nobody, no one, cannot
order = ordered, orders, order, advisory, advisories, told to, asked to, urged, urged to, instructed, instructed to, evacuation order(s), voluntary evacuations, evacuation advisories,
  evacuation notices, under orders, mandatory evacuation, evacuation warning(s), advised
block = captured, capture, capturing, arrested, arresting, detained, detaining, abducted, abducting, kidnapped, kidnapping, taken hostage, rescued, rescuing, rescue, assisted, assisting,
  assist, assists, reached with, reaching, helped, helping, help, targeted, targeting, target, targets, provided, provide, provides, providing, deployed, deploy, deploying, treated, treating, treat,
  vaccinated, vaccinating, vaccinate, deported, deporting, deport, transferred, transfer, transferring, resettled, resettle, registered for, recruited, trained, training, train, served, serve, serving, supported, support,
  supporting, supports, hired, employs, employed, freed, released, releasing, sentenced, jailed, charged, convicted, tested, infected, benefited, benefit, benefiting, benefitting, benefited from, receiving, intercepted, intercepting,
  apprehended, distributed, distribute, distributing, dispatched, sent, pulled alive, saved, saving, save, relocated from, screened, enrolled, feeds, fed, feed, reunited, interviewed, surveyed, visited, attended,
  mobilized, mobilised, invited, imprisoned, held captive, captive, hostage, surrendered, reach, covered, covering, protected, repatriated from, naturalized, moved from camp

# people
cap = people's, women's, children's, workers', students'
people = people, persons, person, individuals, individual, inhabitants, residents, resident, human beings, human lives, survivors, victims, victim, villagers, villager, citizens, nationals, locals, foreigners, passengers,
  tourists, farmers, fishermen, protesters, protestors, demonstrators, worshippers, worshipers, pilgrims, hostages, prisoners, detainees, miners, journalists, journalist, reporters, herders, pastoralists, patients,
  palestinians, israelis, ukrainians, syrians, afghans, rohingya, rohingyas, muslims, christians, hindus, bystanders, politicians, politician, man and woman, members, member, others, somali(s), iraqis, somalis, haitians, venezuelans,
  sudanese, yemenis, shoppers, commuters, drivers, traders, crew, officials, official, leaders, leader, employees, employee, guards, guard, settlers, settler, supporters, supporter, activists, dwellers, islanders, americans, kenyans, nigerians, indians, lives
people civilians = civilian(s), non-combatants, noncombatants, unarmed civilians
people children = child, children, kids, minors, infants, infant, babies, baby, boys, boy, girls, girl, toddlers, newborns, teenagers, youngsters, unaccompanied minors, schoolchildren, schoolgirls, schoolboys, under-fives, toddler, teenager, teenage boys
people women = woman, women, mothers, pregnant women, females, female, women of reproductive age
people men = man, men, males, male
people elderly = elderly, older people, older persons, elderly people, pensioners, elderly persons
people soldiers = soldier(s), troops, servicemen, serviceman, military personnel, army personnel, marines, army officers, army officer, military officers, army soldiers, generals, paratroopers, conscripts, security personnel, security forces, members of the security forces, security force members, troopers, gunners
people combatants = militant(s), fighter(s), rebel(s), insurgent(s), terrorist(s), gunmen, gunman, suicide bombers, suicide bomber, attackers, attacker, assailants, militiamen, jihadists, jihadist, guerrillas, extremists, combatants, bandits, taliban fighters, al-shabaab, bombers, mercenaries, armed men, islamists, mujahideen
people police = police, police officer(s), policemen, policeman, policewoman, police personnel, officers of the police, gendarmes, security officers, policewomen
people aid_workers = aid worker(s), humanitarian workers, humanitarian worker, relief workers, relief worker, ngo workers, un staff, humanitarian staff, volunteers, staff members, red cross volunteers, humanitarian personnel, unrwa staff
people health_workers = health worker(s), medics, medic, doctors, doctor, nurses, nurse, medical staff, paramedics, health care workers, healthcare workers, medical workers, health personnel
people peacekeepers = peacekeeper(s), un peacekeepers, blue helmets
people migrants = migrant(s), illegal migrants, irregular migrants
people students = student(s), pupils, pupil, schoolgirls, university students
people workers = worker(s), labourers, laborers, workmen, teachers, teacher, contractors, engineers, firefighters, firefighter, rescuers, rescue workers
people other = party supporters
household = household(s), families, family, hhs, hh
crowd displaced = idp(s), internally displaced persons, internally displaced people, evacuee(s), displaced persons, displaced people, displaced, the displaced, homeless people, displacements, internally displaced, people displaced, evictees, internal displacements, homeless
crowd displaced_new = new displacements, newly displaced people, newly displaced persons
crowd refugees = refugee(s), asylum-seekers, asylum seekers, asylum seeker, refugees and migrants, refugees and asylum-seekers, refugees and asylum seekers, new arrivals
crowd returnees = returnee(s), idp returnees, refugee returnees, returns
crowd killed = death(s), fatalities, fatality, bodies, corpses, killings, dead bodies, martyrs, deaths and
crowd injured = injuries, wounded people, injured people, injury
crowd missing = missing people, missing persons
tally killed = death toll, toll, number of dead, number of deaths, number of people killed, number of fatalities, official toll, death count, number killed, fatalities, number of the dead, number of victims, deaths
tally injured = number of injured, number of wounded, number of injuries, number of people injured
tally missing = number of missing, number of people missing
tally displaced = displacement, displacement levels, number of idps, number of displaced, number of displaced people, number of displaced persons, number of internally displaced persons, number of internally displaced people, number of internally displaced, number of people displaced, idp population, displaced population, number of evacuees
tally displaced_new = new registrations, number of newly displaced, new displacement, fresh displacement
tally refugees = number of refugees, refugee population, number of refugees and migrants, number of asylum-seekers, number of asylum seekers
tally returnees = number of returnees, number of returns
tally affected = number of people affected, number of affected people, number of affected
tally people_in_need = number of people in need, number of people in need of humanitarian assistance, number of people in need of assistance, number of people needing assistance, number of people needing humanitarian assistance, number of people requiring assistance
count = number, number of, total, total number, total number of, figure, tally, count

# what happened
done killed = killed, slain, shot dead, murdered, massacred, executed, dead, drowned, beheaded, gunned down, burned to death, burnt to death, buried alive, martyred, crushed to death, confirmed dead, found dead, assassinated, lynched, neutralised, neutralized, stabbed to death, dead and, electrocuted, hacked to death
does killed = died, die, dying, perished, lost their lives, lost his life, lost her life, drowned, have died, succumbed, passed away, bled to death, starved to death, lose their lives, losing their lives
hits killed = killed, killing, kills, kill, murdered, murdering, massacred, slaughtered, beheaded, executed, gunned down, shot dead, assassinated, claimed the lives of, claiming the lives of, claimed, drowned, claiming, took the lives of, taking the lives of, neutralised, neutralized, slain, cost the lives of, deaths of, death of , led to the death of, led to the deaths of
done injured = injured, wounded, hurt, maimed, hospitalised, hospitalized, in critical condition, injured in
hits injured = injured, injuring, wounded, wounding, maiming, maimed, injures, wounds, hurt, hurting, injure
does injured = sustained injuries, suffered injuries, were treated for injuries, were taken to hospital, sustained wounds, suffered wounds, suffered burns
done missing = missing, unaccounted for, disappeared, went missing, gone missing, unaccounted, swept away, washed away, lost at sea, missing and
does missing = went missing, disappeared, gone missing
done displaced = displaced, from their homes, out of their homes, fleeing their homes, fleeing, on the move, uprooted, evacuated, forced to flee, forced from their homes, forced out of their homes, driven from their homes, homeless, made homeless, left homeless, rendered homeless, relocated, accommodated, sheltered, being sheltered, forced to leave,
  sheltering, taking shelter, taking refuge, living in camps, living in displacement, housed, moved to safety, moved to safer ground, moved to higher ground, stranded and displaced, taken to safety, internally displaced, forced to leave their homes, forced to evacuate, driven out,
  rendered displaced, forced to abandon their homes, staying in evacuation centres, staying in evacuation centers, living in shelters, forcibly displaced, awaiting resettlement, housed in temporary shelters, dislocated, forced to relocate, living in tents, in evacuation centers, in evacuation centres, in relief camps, in displacement camps, in displacement, staying in, staying at, staying with, camping in, sheltering at, sheltering in, hosted by families, living with host families,
  driven from home, forced from home, forced out, in idp camps, uprooted from their homes, in temporary shelters, moved to relief camps, shifted to safer places, shifted to relief camps, shifted to safer areas, staying in relief camps, bombed out of their homes, in makeshift camps
does displaced = fled, flee, fled their homes, have fled, fled from their homes, left their homes, lost their homes, lost their shelters, lost their houses, escaped, abandoned their homes, took shelter, took refuge, have taken refuge, taken refuge, sought refuge, sought shelter, seeking shelter, seeking refuge, fleeing, have taken shelter, taken shelter, flee their homes, fled the fighting, fled the violence, fled fighting,
  evacuated, lost their home, leave their homes, lives in displacement, live in displacement, live in camps, live in displacement camps, remain in displacement, flee for their lives, sheltered in, moved out of their homes, sleeping in the open, remain displaced
hits displaced = displaced, displacing, displaces, displace, uprooted, uprooting, evacuated, evacuating, forced the evacuation of, forced the displacement of, forcing the evacuation of, led to the displacement of, displacement of, evacuation of, hosting, prompted the evacuation of, resulted in the displacement of, caused the displacement of, triggered the displacement of, sheltering
done affected = affected, impacted, hit, stricken, hardest hit, worst hit, worst affected, hit hard, cut off, affected by, marooned, stranded
hits affected = affected, affecting, affects, impacted, impacting, hit, hitting, affect, impacts, marooned, marooning, stranding, has affected
does refugees = crossed the border, crossed into, fled to neighbouring countries, fled to neighboring countries, fled abroad, fled the country, left the country, fled across the border, fled into, sought asylum, crossed borders, crossed over, have crossed the border, fled into neighbouring countries, fled into neighboring countries, sought safety in neighbouring countries, arrived in neighbouring countries, sought refuge in neighbouring countries, sought refuge in neighboring countries, crossed the border into, crossed to, flee the country, found refuge abroad, fled over the border, fled abroad since, sought refuge abroad
done refugees = hosted, hosted in, displaced abroad, forced to flee abroad, forced to flee the country, driven into exile, registered as refugees
done returnees = returned, returned home, back home, repatriated
does returnees = returned, returned home, have returned, went home, went back, gone back, gone home, returned to their homes, returned to their areas of origin, returned to their villages, came back, have come back, go home, returning, returning home, went back home, return home, moved back, headed home
hits returnees = repatriated, return of, repatriation of
done people_in_need = in need, in dire need, in urgent need, in acute need, in desperate need, in severe need, in humanitarian need, reliant on aid, reliant on humanitarian aid, reliant on humanitarian assistance, dependent on aid, dependent on humanitarian aid, dependent on humanitarian assistance, dependent on assistance, needing humanitarian assistance, needing aid, needing assistance, requiring humanitarian assistance, requiring assistance, needing help, in need of humanitarian assistance, in need of assistance, in need of aid
crowd people_in_need = people in need
needs = need, needs, require, requires, needing, requiring, needed, rely on, relies on, depend on, lack access to, will need, will require, are in need of, is in need of, dependent on, in need of, in urgent need of
aid = aid, assistance, help, relief, support, shelter, food, water, protection, care, medicine, medical care, humanitarian, healthcare, health care, nutrition, services, sanitation, emergency, life-saving, lifesaving, food aid, clean water, humanitarian aid, humanitarian assistance, treatment, medical
leaves = left, leaving, leaves, leave
reaches = climbed, risen, rose, jumped, soared, grown, surged, swelled, reached, reaches, reaching, risen to, rises to, rose to, rising to, climbed to, climbs to, climbing to, stands at, stood at, standing at, hit, hits, touched, topped, tops, passed, surpassed, surpasses, exceeded, exceeds, peaked at, increased to, increases to, jumped to, jumps to, grew to, grown to, soared to, soars to, went up to, gone up to, raised to, bringing to, brought to, now at, was at, at, is at, put at, estimated at, dropped to, fell to, declined to, decreased to, totals, totalled, totaled, is now, to, reaching to, mounted to, swelled to, has reached, crossed, crosses, rises, rise to, climb to, revised to, amounts to, amounted to, placed at, remained at, remains at, set at, numbered, numbers, doubled to, estimated, include, includes, was put at
compare = up from, risen from, rising from, rose from, climbed from, jumped from, grown from, increased from, raised from, down from, compared to, compared with, from a previous, instead of, as opposed to, versus, from an earlier, rising from, risen from, rose from, climbed from, increased from, higher than, lower than, as against, revised from, from, increase from
since = since, as of, as at
past = anniversary, decades ago, world war, holocaust, genocide, in memory of, memorial, commemorat(e,es,ed,ing), centuries, century, killed in the 1990s, years earlier, years ago, a decade ago, tsunami of, earthquake of, similar disaster, similar accident
disease = cholera, measles, ebola, covid-19, covid, coronavirus, dengue, malaria, diphtheria, influenza, flu, hiv, aids, tuberculosis, typhoid, meningitis, polio, yellow fever, lassa fever, lassa, disease, diseases, virus, dialysis, epidemic, outbreak, pneumonia, hepatitis, plague, infections, awd, acute watery diarrhoea, diarrhoea, diarrhea, mpox, monkeypox, marburg, zika, chikungunya, cancer, case fatality rate, cfr, pandemic, infection, kidney

# money
asks = request(s,ed,ing), require(s,d), requiring, requested, seek(s,ing), sought, appeal(s,ed,ing), appealed for, appealing for, ask(s,ed,ing), asked for, asking for, call(s,ed,ing) for, called for, needs, need, needed, needing, needs amounting to, appeal for, appeals for, in need of, urgently needs, urgently needed, requirement of, requirements of, requirements are, financial requirements, funding requirement, funding requirements, required to, calls for, immediate needs amounting to, launched an appeal for, launched a, seeks to raise, total requirements, budget of, costed at, total funding requirement, requested to, estimated to cost, needs of, requirement for, total requirement, appealed
got = received, receive, raised, contributed, funded, secured, funds received, donors have provided, have been received, has been received, mobilised, mobilized, has received, has been raised, available, donated, contributions of, contributions, funding received, funds available, disbursed by donors, have given, raised so far, funding of, resources available, carried over, have contributed, funded to date, received to date
short = shortfall(s), gap(s), funding gap, funding shortfall, funding shortfalls, unfunded, net funding requirement, net funding requirements, unmet requirements, unmet, net requirements, outstanding, remaining requirements, deficit, short of, shortfalls, underfunded, lacks, lacking, short by, lack of funding, still needed, remaining gap, resource gap, financing gap, budget gap, budget shortfall, remains unfunded
plan = plan, appeal, response plan, humanitarian response plan, hrp, response, requirement, requirements, flash appeal, emergency appeal, humanitarian appeal, operation, programme, total requirements, humanitarian needs, required funding, the required, of the required, joint response plan, refugee response plan, needs, ask, rrp, rmrp, funding requirements, funds required, of the funds required, of the funding required, funding needed, of the funding needed, of the funds needed, of its budget, of the amount required
funded = funded, financed, covered, resourced, of the required funding, of the requested funding, of the funding required, of required funding, of funding required, of the funds required, of the funds requested, of the funds, of the needed funds, of the required funds, of the money needed, of the funding needed, of required funds, subscribed, of the appeal
spent = contract, contracts, losses, loss, damage, damages, economic, net income, revenue, profit, budget, cash, transfers, cash transfers, cash-based transfers, cost the government, worth, sales, market, trade, investment, investments, tax, fine, fined, bribe, ransom, compensation, salary, exports, imports, debt, loan, loans, price, prices, distributed, gdp, reconstruct, turnover, insured, stolen, spent, spend, spending, cash assistance, property damage, tv, rescue the, tram, museum, subsidies, project
rise = increase, increases, rise, surge, jump, growth, increased, rose, risen, jumped, surged, increased by, rose by, higher, more, spike, uptick, rise in, increase in, grew, climbed, up
fall = decrease, decline, drop, reduction, decreased, declined, dropped, fell, fallen, fewer, lower, decreased by, fall, down, decrease in, reduction in

# things that are no people
thing = home(s), house(s), building(s), village(s), town(s), city, cities, district(s), province(s), region(s), state(s), block(s), cattle, livestock, goats, sheep, animals, boats, boat, vehicles, vehicle, trucks, truck, tents, camps, camp, relief camps, shelters, schools, school, hospitals, hospital, clinics, health facilities, facilities,
  facility, teams, team, groups, group, attacks, attack, incidents, incident, airstrikes, strikes, bombs, missiles, rockets, drones, shells, cases, case, countries, country, nations, islands, communities, community, municipalities, municipality, wards, sites, site, locations, location, areas, area, settlements, casualties, casualty, points, parts, places,
  organizations, organisations, agencies, companies, company, brands, startups, businesses, negotiations, bridges, bridge, roads, outposts, posts, bases, military posts, sectors, projects, packages, kits, meals, litres, liters, bags, tons of, cars, buses, bus, planes, aircraft, flights, helicopters, ships, vessels, trees, crops, farms, plots, shops, stalls, mosques, churches, church, temples, states of emergency, provincial capitals, counties, county, townships, township, barangays, governorates, governorate,
  departments, department, prefectures, prefecture, parishes, communes, neighbourhoods, neighborhoods, apartments, rooms, beds, elections, votes, seats, times, stations, centres, centers, evacuation centres, evacuation centers, collective centres, lawmakers, officials said, years old, year-old, polls, questions, articles, pages, generations, occasions, waves, phases, quarters, storeys, floors, aftershocks, quakes, earthquakes, tremors, volcanoes, rivers, dams, dwellings, huts, structures, properties, units, classrooms, battalions, brigades, militias, factions, parties, tribes, clans, lights, points of, ways, things, reasons, deals, agreements, treaties, measures, cows, chickens, birds, fish, dogs, elephants, whales, dolphins, camels, horses, pigs, poultry,
  dead animals, head of cattle, heads of cattle, suspects, arrests, allegations, violations, complaints, reports, families' homes, households' homes, employers, jobs, positions, goals, matches, games, points clear, wickets, runs, medals, voters, viewers, followers, subscribers, customers, users, visitors, delegates, speakers, spectators, fans, attendees, guests, candidates, ministers, lawyers, judges, investors, shareholders, attorneys general, new troops, combat troops, fresh troops, troops in, convoys, tanks, weapons, rifles, firearms, women's groups, mass graves, graves, wells, latrines, toilets, solar panels, blankets, governors, presidents, leaders of, experts, companies, households' livelihoods, assessments, visits, food baskets, hygiene kits
unit = kilometres, kilometers, kilometre, kilometer, km, miles, mile, metres, meters, metre, feet, foot, inches, inch, mm, cm, millimetres, millimeters, hectares, hectare, ha, acres, acre, square kilometres, square kilometers, square miles, sq km, tonnes, tonne, tons, ton, mt, metric tons, metric tonnes, kg, kilograms, kilos, grams, litres, liters, gallons, mph, kph, degrees, celsius, percentage points, points, magnitude, hours, hour, minutes, minute, seconds, days, day, weeks, week, months, month, years, year, decades, decade, centuries, a.m., p.m., am, pm, bpd, barrels, megawatts, mw, gw, kwh, rounds, pct points, o'clock, bps, basis points, nautical miles, sec, min, year old, times, knots, mwh, gb, mb, calories, kcal, local time, gmt, th, st, nd, rd

# fixed expressions that only look like numbers
hint = one of, one another, no one, one day, one year, one hand, at one point, one side, one by one, number one, day one, one more time, one-off, one-third of the country, one thing, one way, one month, one week, this one, that one, million-dollar, the one, any one, for one, millions of dollars, billions of dollars, trillions of dollars, hundreds of millions of dollars, first, second, third, fourth, fifth, world war two, world war ii, one such, of the two, the two, between the two, the three, the two sides, these two, both two, one to, all three, all four, two sides, two countries, two-day, one can, twenty-first, in two, in three, into two, in half, second-largest
# sources
said to = according to, data from, figures from
said = said, says, say, saying, told, reported, reports, announced, stated, confirmed, estimates, estimated, added, noted, warned, documented, recorded, quoted, report by, as reported by, reported by, information from
abbreviation = mr, mrs, ms, dr, gen, col, lt, sgt, maj, capt, gov, sen, rep, st, no, vs, etc, approx, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, prof, rev, inc, ltd, co, corp, u.s, e.g, i.e, est, fig, dept
org humanitarian = humanitarian, un, united nations, unhcr, wfp, unicef, ocha, iom, ifrc, red cross, red crescent, aid agencies, relief, refugee, refugees, response plan, flash appeal, displaced, idps, hrp, food aid, food security, flood victims, quake victims, disaster relief, drought, famine, unrwa, care international, oxfam, save the children
abroad = neighbouring countries, neighboring countries, abroad, the border, overseas, other countries, neighbouring states, neighbouring country, neighboring country, nearby countries, europe, foreign countries
authority = authorities, officials, official, police, government, ministry, agency, department, mayor, governor, spokesman, spokeswoman, spokesperson, military, army, administration, rescuers, medics, office, mission, monitor, witnesses, sources, source, administrators, president, minister, commission, service, media, council, hospital, rebels, organisation, organization, residents, doctors, firefighters, un, chief
