"""Given names and surnames by origin, most frequent first.

Written for this world from general knowledge of names in the Netherlands; the order gives the
frequency (see `namen`), not a published count. Lower-case words before a surname are its prefix.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Herkomst:
    """The names of one origin. `aandeel` is its weight in the population, `nieuwjaar` the percentage
    registered as born on 1 January because the day was unknown. `oud` holds the given names of
    people born before 1975; origins without such a difference repeat `jong`.
    """

    naam: str
    aandeel: int
    nieuwjaar: int
    achternamen: tuple[str, ...]
    man_oud: tuple[str, ...]
    vrouw_oud: tuple[str, ...]
    man_jong: tuple[str, ...]
    vrouw_jong: tuple[str, ...]
    meer_voornamen: int


def _lijst(tekst: str) -> tuple[str, ...]:
    return tuple(deel.strip() for deel in tekst.replace("\n", " ").split(",") if deel.strip())


_NL_ACHTERNAMEN = _lijst("""
de Jong, Jansen, de Vries, van den Berg, van Dijk, Bakker, Janssen, Visser, Smit, Meijer, de Boer, Mulder,
de Groot, Bos, Vos, Peters, Hendriks, van Leeuwen, Dekker, Brouwer, de Wit, Dijkstra, Smits, de Graaf,
van der Meer, van der Linden, Kok, Jacobs, de Haan, Vermeulen, van den Heuvel, van der Veen, van den Broek,
de Bruijn, de Bruin, van der Heijden, Schouten, van Beek, Willems, van Vliet, van de Ven, Hoekstra, Maas,
Verhoeven, Koster, van Dam, van der Wal, Prins, Blom, Huisman, Peeters, de Jonge, Kuipers, van Veen, Post,
Kuiper, Veenstra, Kramer, van den Brink, Scholten, van Wijk, Postma, Martens, Vink, de Ruiter, Timmermans,
Groen, Gerritsen, Jonker, van Loon, Boer, van der Velde, Willemsen, Smeets, de Lange, de Vos, Bosch,
van Dongen, Schipper, de Koning, van der Laan, Koning, Driessen, van Doorn, Hermans, Evers, van den Bosch,
van der Meulen, Hofman, Bosman, Wolters, Sanders, van der Horst, Mol, Kuijpers, Molenaar, van de Pol,
de Leeuw, Verbeek, Hendriksen, van der Heide, Claassen, Kool, Roos, van Es, Bouwman, van der Kolk, Zwart,
Gerrits, Drost, Mulders, van der Ploeg, Wouters, van Os, Simons, Dijkman, Schreuder, Kroon, van der Pol,
Vermeer, Molenaars, Verhagen, Bijl, Franssen, Groenewegen, van Rooij, Goossens, Hoogland, van Houten,
Scheffer, Lammers, Aarts, van der Zee, Kersten, Dijkhuis, van 't Hof, 't Hart, in 't Veld, op den Kamp,
ter Haar, ten Have, te Velde, van het Hoff, uit den Boogaard, op de Beek, den Hartog, den Ouden, de Beer,
Doornbos, Wessels, Wiersema, Nijhuis, Oude Luttikhuis, Groot Wassink, Kleijn, Klein, Kleine, Reijnders,
Reinders, Rijnders, Thijssen, Tijssen, Matthijssen, Mathijsen, Schuurman, Schuurmans, Zijlstra, Zeilstra,
Meier, Meyer, Meijers, Ruijter, Ruyter, Nijs, Cuypers, Kuypers, van Eijk, van Eyk, van Eck, van Ek
""")
_NL_STAM = _lijst("""
Hoog, Laag, Ooster, Wester, Noorder, Zuider, Nieuw, Oud, Groene, Broek, Veld, Bos, Hei, Linde, Eike, Beuken,
Wilgen, Meer, Dijk, Brug, Molen, Kerk, Winkel, Haver, Rogge, Boeken, Kapel, Ketel, Vogel, Zwane, Ganzen,
Steen, Zand, Klei, Tol, Schans, Ravens, Valken, Hazen, Honings
""")
_NL_STAART = _lijst("""
huis, horst, veld, kamp, burg, berg, land, meijer, man, brink, beek, hof, stein, wold, mans, stra, ink, ing,
hoek, poel, donk, laar, rade, voort, dam
""")
_FRIES_STAM = _lijst("""
Hiem, Hoek, Terp, Wier, Boer, Algr, Haits, Sikk, Fokk, Douw, Rients, Sjoerd, Oene, Feen, Wynj, Bylsm, Jell,
Tjeerd, Wybr, Heer, Ypm, Nauw, Piebe, Sytz, Reits
""")
_FRIES_STAART = _lijst("stra, sma, inga, ema, ma, enga")

_NL_MAN_OUD = _lijst("""
Johannes, Jan, Cornelis, Hendrik, Willem, Pieter, Gerrit, Petrus, Jacobus, Antonius, Franciscus, Adrianus,
Wilhelmus, Martinus, Theodorus, Jacob, Dirk, Klaas, Hendrikus, Gerardus, Arie, Nicolaas, Leendert, Simon,
Albert, Bernardus, Rudolf, Frederik, Robert, Ronald, Marcel, Erik, Peter, Paul, Hans, Rob, Frank, Henk, Kees,
Piet, Teunis, Lambertus, Egbert, Evert, Maarten, André, René, Harm, Berend, Roelof
""")
_NL_VROUW_OUD = _lijst("""
Maria, Johanna, Anna, Cornelia, Elisabeth, Wilhelmina, Hendrika, Catharina, Petronella, Adriana, Margaretha,
Jacoba, Geertruida, Theodora, Alida, Aaltje, Grietje, Trijntje, Neeltje, Antje, Helena, Christina, Monique,
Jolanda, Ingrid, Marja, Ria, Ineke, Yvonne, Anja, Karin, Petra, Marijke, Hennie, Tineke, Corrie, Willemijn,
Gerda, Marianne, Astrid, Desirée, Renée, Jannetje, Dina, Bertha, Sophia, Lamberta, Everdina, Gijsberta, Klaasje
""")
_NL_MAN_JONG = _lijst("""
Daan, Sem, Thomas, Tim, Bram, Lars, Jesse, Thijs, Lucas, Finn, Milan, Noah, Levi, Luuk, Ruben, Max, Stijn,
Sven, Niels, Kevin, Jeroen, Bas, Mark, Dennis, Martijn, Stefan, Rick, Joost, Wouter, Sander, Jasper, Koen,
Gijs, Teun, Floris, Hugo, Mees, James, Siem, Boaz, Jurre, Tygo, Björn, Loïs, Mathijs, Matthijs, Tijs, Casper,
Jelle, Olivier, Vincent, Maarten, Patrick, Mike, Roy, Danny, Wesley, Timo, Rens, Pim
""")
_NL_VROUW_JONG = _lijst("""
Emma, Julia, Sophie, Lotte, Lisa, Anna, Sanne, Eva, Fleur, Tess, Saar, Anouk, Iris, Femke, Noa, Maud, Lieke,
Roos, Zoë, Evi, Nora, Mila, Yara, Linda, Kim, Laura, Marloes, Esther, Manon, Nicole, Danielle, Chantal, Melissa,
Kelly, Ilse, Inge, Marieke, Suzanne, Denise, Naomi, Jasmijn, Floor, Isa, Lynn, Fenna, Jip, Puck, Chloé, Cathelijne,
Merel, Vera, Marit, Hanna, Hannah, Elise, Britt, Demi, Joyce, Wendy, Petra
""")
_FRIES_MAN = _lijst("""
Sjoerd, Jelle, Sietse, Tjeerd, Douwe, Wiebe, Bauke, Hylke, Folkert, Rients, Sytse, Ype, Gerben, Jorrit, Durk,
Eelke, Haye, Foppe, Sybren, Wytze
""")
_FRIES_VROUW = _lijst("""
Sjoukje, Tjitske, Baukje, Wietske, Froukje, Sietske, Hiske, Aukje, Jeltje, Ytsje, Nynke, Femke, Renske, Hinke,
Akke, Rixt, Jikke, Foekje, Saapke, Doutzen
""")
_TURKS_MAN = _lijst("""
Mehmet, Mustafa, Ali, Ahmet, Hüseyin, Hasan, İbrahim, Murat, Ömer, Yusuf, Emre, Burak, Kemal, Osman, Halil,
Süleyman, Fatih, Serkan, Kaan, Eren, Yasin, Volkan, Orhan, Çağlar, Şahin
""")
_TURKS_VROUW = _lijst("""
Fatma, Ayşe, Emine, Hatice, Zeynep, Elif, Meryem, Zehra, Sevgi, Gülsüm, Esra, Merve, Büşra, Sultan, Hacer,
Özlem, Dilek, Yasemin, Ebru, Derya, Nur, Aylin, Ceylan, Tuğba, Şerife
""")
_MAROK_MAN = _lijst("""
Mohamed, Mohammed, Ahmed, Youssef, Abdellah, Hassan, Said, Rachid, Khalid, Mustapha, Omar, Bilal, Hamza, Karim,
Ibrahim, Abdelkader, Driss, Soufian, Ayoub, Anouar, Mimoun, Brahim, Jamal, Yassine, Muhammad
""")
_MAROK_VROUW = _lijst("""
Fatima, Khadija, Aïcha, Naima, Samira, Rachida, Fatiha, Malika, Karima, Latifa, Hafida, Mina, Yamina, Salma,
Imane, Soumaya, Hanane, Nadia, Siham, Zohra, Ikram, Chaimae, Fadma, Noor, Rabia
""")
_SURI_MAN = _lijst("""
Ramon, Winston, Roy, Rudi, Marlon, Dewi, Sunil, Anil, Ricardo, Glenn, Orlando, Carlo, Henry, Ashwin, Rajesh,
Jerrel, Clyde, Kenneth, Romeo, Vikash, Soerin, Humphrey, Edgar, Iwan, Stanley
""")
_SURI_VROUW = _lijst("""
Shanti, Sharon, Priya, Marlene, Sheila, Lucia, Ilse, Nalini, Rowena, Cheryl, Jacintha, Soraya, Radha, Anita,
Usha, Mavis, Esseline, Gracia, Denise, Sabitrie, Lilian, Hermine, Joan, Sandhia, Merlyn
""")
_POOLS_MAN = _lijst("""
Piotr, Krzysztof, Andrzej, Tomasz, Paweł, Marcin, Michał, Marek, Grzegorz, Łukasz, Adam, Jakub, Mateusz, Rafał,
Dariusz, Sławomir, Wojciech, Kamil, Zbigniew, Damian
""")
_POOLS_VROUW = _lijst("""
Anna, Katarzyna, Małgorzata, Agnieszka, Barbara, Ewa, Magdalena, Joanna, Aleksandra, Monika, Zofia, Beata,
Dorota, Justyna, Karolina, Natalia, Paulina, Sylwia, Iwona, Wioletta
""")
_ARAB_MAN = _lijst("""
Mohammad, Ahmad, Omar, Khaled, Mahmoud, Ali, Yousef, Hussein, Bashar, Samer, Anas, Fadi, Rami, Nasser, Tareq,
Abdulrahman, Hamid, Reza, Firas, Ziad
""")
_ARAB_VROUW = _lijst("""
Fatima, Maryam, Rana, Hala, Noor, Rasha, Amal, Huda, Lina, Reem, Samar, Abeer, Dima, Shirin, Zahra, Hanan, Iman,
Ghada, Nour, Leila
""")
_ANTI_MAN = _lijst("""
Jean-Paul, Ruthsel, Edison, Gilbert, Jairo, Angelo, Curtis, Elvis, Rignald, Franklin, Ruben, Nelson, Orlando,
Shurman, Raymond, Hubert, Giovanni, Quincy, Eugène, Marvin
""")
_ANTI_VROUW = _lijst("""
Rosalina, Sharine, Gisela, Marisol, Suhailey, Daphne, Filomena, Ludmila, Xiomara, Judeska, Angelica, Mirna,
Jurisa, Carmen, Zuleika, Lucille, Shanella, Ivonne, Nathalie, Mildred
""")
_AZIE_MAN = _lijst(
    "Wei, Jun, Ming, Hao, Tuan, Minh, Duc, Quang, Kwok, Chi Ming, Long, Bin, Tao, Huy, Khanh, Lei"
)
_AZIE_VROUW = _lijst(
    "Mei, Ling, Xiu, Hui, Lan, Thi Hoa, Linh, Thuy, Yan, Li, Ngoc, Phuong, Jing, Yu, Hong, Xia"
)
_AFRI_MAN = _lijst(
    "Kwame, Kofi, Kwabena, Yaw, Abdi, Ahmed, Mohamud, Samuel, Emmanuel, Daniel, Hassan, Isaac, Tesfay"
)
_AFRI_VROUW = _lijst(
    "Ama, Abena, Akosua, Esi, Faduma, Hodan, Amina, Grace, Comfort, Selam, Mercy, Asha, Sahra"
)

NEDERLANDS = Herkomst(
    "Nederlands", 735, 0,
    _NL_ACHTERNAMEN, _NL_MAN_OUD, _NL_VROUW_OUD, _NL_MAN_JONG, _NL_VROUW_JONG, 60,
)  # fmt: skip
FRIES = Herkomst(
    "Fries", 35, 0,
    _lijst("""Dijkstra, de Vries, Hoekstra, Bakker, Postma, Veenstra, de Jong, Visser, Zijlstra, Wiersma, Bouma,
    Kooistra, Jansma, Hiemstra, Boersma, Hofstra, Terpstra, van der Meer, van der Veen, Sikkema, Algra, Haitsma,
    Rienstra, Wijngaarden, Tuinstra, Bijlsma, Bylsma, Feenstra, Miedema, Sinnema"""),
    _FRIES_MAN, _FRIES_VROUW, _FRIES_MAN, _FRIES_VROUW, 30,
)  # fmt: skip
TURKS = Herkomst(
    "Turks", 48, 12,
    _lijst("""Yılmaz, Kaya, Demir, Çelik, Şahin, Yıldız, Yıldırım, Öztürk, Aydın, Özdemir, Arslan, Doğan, Kılıç,
    Aslan, Çetin, Kara, Koç, Kurt, Özkan, Şimşek, Polat, Korkmaz, Çakır, Erdoğan, Aksoy, Güneş, Bulut, Tekin,
    Karataş, Uçar, Bayram, Türkmen, Coşkun, Sarı, Ünal, Keskin, Gündüz, Ateş, Taş, Avcı, Bozkurt, Köse"""),
    _TURKS_MAN, _TURKS_VROUW, _TURKS_MAN, _TURKS_VROUW, 5,
)  # fmt: skip
MAROKKAANS = Herkomst(
    "Marokkaans", 48, 20,
    _lijst("""El Amrani, Bouzid, El Idrissi, Amrani, Ben Ali, El Khattabi, Haddou, El Ouali, Benali, Azzouzi,
    El Mansouri, Chaouch, Aarab, El Yaakoubi, Belkacem, Bakkali, El Bakkali, Tahiri, Ouali, El Fassi, Ziani,
    Boukhari, El Hamdaoui, Ait Omar, Ait Lahcen, Ouahabi, Bouali, Mansouri, Achahbar, Kaddouri, El Kaddouri,
    Saidi, Belhaj, Boulahrouz, Talbi, Lahlali, Ben Haddou, Echarki, Oulad Omar, Zerouali"""),
    _MAROK_MAN, _MAROK_VROUW, _MAROK_MAN, _MAROK_VROUW, 3,
)  # fmt: skip
SURINAAMS = Herkomst(
    "Surinaams", 42, 2,
    _lijst("""Ramdin, Pinas, Kartosen, Ramcharan, Singh, Jagesar, Ramlal, Wijngaarde, Blokland, Kromosoeto,
    Soekhoe, Gangaram, Baidjoe, Sewdien, Tjon A Fat, Lieuw, Ritfeld, Vrede, Pengel, Cairo, Doelwijt, Amatmoekrim,
    Kalpoe, Ramdas, Bhagwandin, Mohan, Khoesial, Landveld, Esajas, Waterberg, Nahar, Moerahoe, Sital, Karg,
    Emanuels, Zeegelaar, Kasanpawiro, Redjosentono, Wongsoredjo, Linger"""),
    _SURI_MAN, _SURI_VROUW, _SURI_MAN, _SURI_VROUW, 55,
)  # fmt: skip
POOLS = Herkomst(
    "Pools", 32, 0,
    _lijst("""Nowak, Kowalski, Wiśniewski, Wójcik, Kowalczyk, Kamiński, Lewandowski, Zieliński, Szymański,
    Woźniak, Dąbrowski, Kozłowski, Jankowski, Mazur, Kwiatkowski, Krawczyk, Piotrowski, Grabowski, Pawłowski,
    Michalski, Król, Wieczorek, Jabłoński, Wróbel, Majewski, Stępień, Jaworski, Malinowski, Górski, Sikora"""),
    _POOLS_MAN, _POOLS_VROUW, _POOLS_MAN, _POOLS_VROUW, 25,
)  # fmt: skip
ARABISCH = Herkomst(
    "Syrisch, Iraaks, Afghaans", 24, 28,
    _lijst("""Al Ahmad, Al Hassan, Haddad, Al Hussein, Khalil, Al Mohammad, Ibrahim, Hamdan, Al Masri, Hosseini,
    Ahmadi, Rahimi, Najjar, Issa, Al Khatib, Saleh, Noori, Darwish, Al Jaber, Kassem, Othman, Mahmoud, Shaheen,
    Karimi, Al Omar, Sultani"""),
    _ARAB_MAN, _ARAB_VROUW, _ARAB_MAN, _ARAB_VROUW, 5,
)  # fmt: skip
ANTILLIAANS = Herkomst(
    "Antilliaans", 16, 0,
    _lijst("""Martina, Maria, Isenia, Winklaar, Croes, Rosalia, Felicia, Martis, Pieters, Cijntje, Victoria,
    Janga, Kirindongo, Doran, Sophia, Statia, Bernabela, Zimmerman, Tromp, Kelly, Constancia, Alberto"""),
    _ANTI_MAN, _ANTI_VROUW, _ANTI_MAN, _ANTI_VROUW, 50,
)  # fmt: skip
AZIATISCH = Herkomst(
    "Chinees, Vietnamees", 10, 0,
    _lijst("Chen, Wang, Li, Zhang, Nguyen, Liu, Wong, Tran, Cheung, Lam, Pham, Hu, Zhou, Yang, Le, Man, Ng, Lin"),
    _AZIE_MAN, _AZIE_VROUW, _AZIE_MAN, _AZIE_VROUW, 5,
)  # fmt: skip
AFRIKAANS = Herkomst(
    "Ghanees, Somalisch, Eritrees", 10, 18,
    _lijst("Mensah, Owusu, Osei, Boateng, Ali, Hassan, Mohamed, Appiah, Abdi, Agyemang, Tesfay, Asante, Farah, Adan"),
    _AFRI_MAN, _AFRI_VROUW, _AFRI_MAN, _AFRI_VROUW, 30,
)  # fmt: skip

HERKOMSTEN = (
    NEDERLANDS, FRIES, TURKS, MAROKKAANS, SURINAAMS, POOLS, ARABISCH, ANTILLIAANS, AZIATISCH, AFRIKAANS,
)  # fmt: skip

ZELDZAAM = tuple(stam + staart for stam in _NL_STAM for staart in _NL_STAART)
ZELDZAAM_FRIES = tuple(stam + staart for stam in _FRIES_STAM for staart in _FRIES_STAART)
